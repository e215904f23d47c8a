using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Provisioning.Schemas;

/// <summary>The catalogue of events as one page that needs no server: events, rules and programs, each with links to the others.</summary>
internal static class CataloguePage
{
    /// <summary>Where the page stands in the repository.</summary>
    public const string Path = $"{SchemaFiles.Folder}/index.html";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // the whole text is encoded for HTML afterwards
    };

    public static string Render() =>
        $"""
        <!DOCTYPE html>
        <!-- {Exporting.Notice.Words} -->
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Events</title>
        <style>
        {CatalogueStyle.Css}
        </style>
        </head>
        <body>
        <a class="skip" href="#events">To the events</a>
        <header>
        <h1>Events</h1>
        <p>{SchemaFiles.Shapes.Count} events of ours, the {Topology.Rules.Count} rules of the bus <code>{Topology.Bus}</code> that route
        them, and the {Topology.Deployables.Count} programs that say and hear them. <a href="README.md">How events change</a> is told beside
        this page.</p>
        </header>
        <div class="page">
        <nav aria-label="Contents">
        {string.Concat(Sources.Select(Index))}{Index("Rules", Topology.Rules.Select(Link))}
        {Index("Programs", Topology.Deployables.Select(Link))}</nav>
        <main>
        <h2 id="events">Events</h2>
        {string.Concat(SchemaFiles.Shapes.Select(Event))}{MetadataArticle()}<h2 id="rules">Rules</h2>
        {string.Concat(Topology.Rules.Select(Rule))}<h2 id="programs">Programs</h2>
        {string.Concat(Topology.Deployables.Select(Program))}</main>
        </div>
        </body>
        </html>

        """;

    private static IEnumerable<EventName> Names => SchemaFiles.Shapes.SelectMany(Catalogue.NamesOf).Distinct();

    private static IEnumerable<IGrouping<string, EventShape>> Sources => SchemaFiles.Shapes.GroupBy(shape => shape.Name.Source);

    private static string Index(IGrouping<string, EventShape> source) => Index(source.Key, source.Select(Link));

    private static string Index(string heading, IEnumerable<string> links) =>
        $"<section><h2>{Text(heading)}</h2>\n{List(links)}</section>\n";

    private static string Event(EventShape shape)
    {
        var schema = EventSchema.Of(shape);
        var isOnTheBus = Catalogue.IsOnTheBus(shape.Name);
        var publishers = Catalogue.PublishersOf(shape.Name).Select(publisher => Publisher(publisher, shape.Name));
        return $"""
            <article id="{Id(shape)}">
            <h3>{Text(shape.Name.DetailType)} <span class="source">{Text(shape.Name.Source)}</span></h3>
            <p>{Text((string)schema["description"]!)}</p>
            <dl>
            <dt>version</dt><dd>{shape.Version}; read: {Catalogue.ReadVersionsOf(shape)}</dd>
            <dt>published by</dt><dd>{(isOnTheBus ? OrNobody(publishers) : "Nobody: under this name it is never on the bus.")}</dd>
            <dt>rules</dt><dd>{OrNobody(Catalogue.RulesOf(shape.Name).Select(rule => Link(rule) + Condition(rule)))}</dd>
            <dt>consumed by</dt><dd>{OrNobody(Catalogue.QueuesOf(shape).Select(Target))}</dd>
            <dt>also arrives as</dt><dd>{OrNobody(Catalogue.NamesOf(shape).Skip(1).Select(Spelling))}</dd>
            <dt>schema</dt><dd><a href="{Text(SchemaFiles.FileNameOf(shape))}">{Text(SchemaFiles.FileNameOf(shape))}</a></dd>
            </dl>
            {MemberTable.Of(schema)}<h4>Example{(isOnTheBus ? "" : ", as a handler sees it")}</h4>
            <pre>{Text(Pretty(Catalogue.ExampleOf(shape)))}</pre>
            </article>

            """;
    }

    private static string MetadataArticle() =>
        $"""
        <article id="metadata">
        <h3>Metadata</h3>
        <p>The member of every detail that says who the event is and what it came from.</p>
        {MemberTable.Of(EventSchema.Metadata())}</article>

        """;

    private static string Rule(RuleDefinition rule) =>
        $"""
        <article id="rule-{rule.Name}">
        <h3>{rule.Name}</h3>
        <dl>
        <dt>matches</dt><dd>{OrNobody(Names.Where(name => Catalogue.RulesOf(name).Contains(rule)).Select(Spoken))}</dd>
        <dt>targets</dt><dd>{OrNobody(rule.Targets.Select(Target).Concat(Started(rule)))}</dd>
        </dl>
        <pre>{Text(Pretty(rule.Pattern.ToJson()))}</pre>
        {(rule.InputTemplate is { } template ? $"<p>A template makes what the target gets:</p>\n<pre>{Text(template)}</pre>\n" : "")}</article>

        """;

    private static string Program(Deployable program) =>
        $"""
        <article id="program-{program.Name}">
        <h3>{program.Name}</h3>
        <dl>
        <dt>{(program.Emits.Count > 0 ? "says" : "passes on")}</dt><dd>{OrNobody(Topology.MayPut(program).Select(Spoken))}</dd>
        </dl>
        {string.Concat(program.Consumptions.Select(consumption => Hears(consumption.Queue.Name)))}</article>

        """;

    private static string Hears(string queue)
    {
        var rules = Topology.Rules.Where(rule => rule.Targets.Contains(queue));
        var events = SchemaFiles.Shapes.Where(shape => Catalogue.QueuesOf(shape).Contains(queue));
        return $"""
            <h4>{queue}</h4>
            <dl>
            <dt>rules</dt><dd>{OrNobody(rules.Select(Link))}</dd>
            <dt>events</dt><dd>{OrNobody(events.Select(Link))}</dd>
            </dl>

            """;
    }

    private static string Publisher(Deployable publisher, EventName name) =>
        Link(publisher) + (publisher.States(name) ? "" : ", for its callers; and whoever else may put it on the bus");

    private static string Condition(RuleDefinition rule) =>
        rule.Pattern.Detail is { } detail ? $", where the detail is <code>{Text(detail)}</code>" : "";

    private static string Target(string queue) => Catalogue.ConsumerOf(queue) is { } consumer
        ? $"{Link(consumer)}, by <code>{queue}</code>"
        : $"<code>{queue}</code>";

    private static IEnumerable<string> Started(RuleDefinition rule) =>
        rule.Starts is { } machine ? [$"an execution of the state machine <code>{machine.Name}</code>"] : [];

    private static string Spelling(EventName name) =>
        $"<code>{Text(Words(name))}</code>{string.Concat(Catalogue.RulesOf(name).Select(rule => $", by rule {Link(rule)}"))}";

    private static string Spoken(EventName name) => Catalogue.EventOf(name) switch
    {
        { } shape when shape.Name == name => $"{Link(shape)} <span class=\"source\">{Text(name.Source)}</span>",
        { } shape => $"<code>{Text(Words(name))}</code>, read as {Link(shape)}",
        null => $"<code>{Text(Words(name))}</code>",
    };

    private static string Words(EventName name) => name.Source == EventName.AnySource ? $"any source/{name.DetailType}" : $"{name}";

    private static string Link(EventShape shape) => $"<a href=\"#{Id(shape)}\">{Text(shape.Name.DetailType)}</a>";

    private static string Link(RuleDefinition rule) => $"<a href=\"#rule-{rule.Name}\">{rule.Name}</a>";

    private static string Link(Deployable program) => $"<a href=\"#program-{program.Name}\">{program.Name}</a>";

    private static string Id(EventShape shape) => $"event-{EventSchema.NameOf(shape.Name)}";

    private static string OrNobody(IEnumerable<string> items) => List(items) is { Length: > 0 } list ? list : "–";

    private static string List(IEnumerable<string> items)
    {
        var rows = string.Concat(items.Select(item => $"<li>{item}</li>\n"));
        return rows.Length > 0 ? $"<ul>\n{rows}</ul>\n" : "";
    }

    private static string Pretty(string json) => JsonNode.Parse(json)!.ToJsonString(Readable);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
