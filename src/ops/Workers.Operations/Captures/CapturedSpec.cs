using Workers.Contracts.Resources;
using Workers.Effects.Decisions;
using Workers.Operations.Rehearsals;

namespace Workers.Operations.Captures;

/// <summary>
/// A dead letter as a spec of <c>tests/Workers.Tests</c> that fails for the reason for which the letter is dead: its body, the items that its
/// handlers read, and what happened. It holds what the letter holds: look for personal data before it is committed.
/// </summary>
/// <param name="ClassName">The spec's class, and its file's name.</param>
/// <param name="Text">The file.</param>
internal sealed record CapturedSpec(string ClassName, string Text)
{
    // How each worker's own specs register it.
    private static readonly Dictionary<string, string> Registrations = new()
    {
        ["analytics"] = "AddAnalyticsQueue",
        ["audit"] = "AddAuditQueue",
        ["customers"] = "AddCustomers",
        ["inventory"] = "AddInventoryQueue",
        ["notification"] = "AddNotificationQueue",
        ["orders"] = "AddOrders",
        ["payments"] = "AddPayments",
        ["shipping"] = "AddShipping",
        ["support"] = "AddSupport",
        ["workflow"] = "AddWorkflow",
    };

    /// <summary>Writes it.</summary>
    /// <param name="rehearsed">The letter, and what its handlers read of the tables.</param>
    /// <param name="deployable">Whose letter it is.</param>
    /// <param name="consumption">The queue that it was in.</param>
    /// <param name="build">The code that it was captured with.</param>
    public static CapturedSpec Of(LetterRehearsal rehearsed, Deployable deployable, Consumption consumption, string build)
    {
        var letter = rehearsed.Letter;
        var name = $"When{SpecText.Name(letter.Event?.Split('/')[^1] ?? "AnUnknownMessage")}{SpecText.Name(letter.EventId ?? letter.MessageId)}IsHandled";
        var items = ItemsOf(name, rehearsed).ToList();
        string[] lines =
        [
            .. items.Count > 0 ? ["using Amazon.DynamoDBv2.Model;", "using Workers.Effects.Decisions;"] : Array.Empty<string>(),
            $"using {deployable.Project};",
            "",
            $"namespace Workers.Tests.{deployable.CodeName}.Captured;",
            "",
            "/// <summary>",
            $"/// Captured from the dead letters of {consumption.Queue.Name} with build {build}.",
            $"/// It was dead because: {InXml(letter.Reason)}",
            .. rehearsed.Verdict is Verdict.NotRehearsed ? ["/// A handler has its effect elsewhere: what that read is not here."] : Array.Empty<string>(),
            "/// </summary>",
            $"public sealed class {name} : IDisposable",
            "{",
            $"    private const string Body = {SpecText.Of(letter.Body)};",
            "",
            $"    private readonly HandlerTest _worker = new(builder => builder.{RegistrationOf(deployable)}(), {SpecText.Of(consumption.Name)});",
            .. items,
            "",
            "    public void Dispose() => _worker.Dispose();",
            "",
            "    [Fact]",
            "    public void It_is_no_dead_letter()",
            "    {",
            "        _worker.ReceivesBody(Body);",
            "",
            "        _worker.RunUntilQuiet();",
            "",
            "        Assert.Empty(_worker.DeadLetters);",
            "    }",
            "}",
            "",
        ];
        return new(name, string.Join('\n', lines));
    }

    private static string RegistrationOf(Deployable deployable) =>
        Registrations.GetValueOrDefault(deployable.Name) ?? $"Add{deployable.CodeName}Queue";   // as the template of a worker names it

    /// <summary>The constructor that puts the items into the tables; nothing where there are none.</summary>
    private static IEnumerable<string> ItemsOf(string name, LetterRehearsal rehearsed)
    {
        var items = rehearsed.Message.Handlers.SelectMany(handler => handler.Read)
            .Where(item => item.Value is not null)
            .DistinctBy(item => item.Key)
            .ToList();
        return items.Count == 0 ? [] : ["", $"    public {name}()", "    {", .. items.SelectMany(item => ItemOf(item.Key, item.Value!)), "    }"];
    }

    private static IEnumerable<string> ItemOf(ItemKey key, Item item)
    {
        var attributes = item.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
            .Select(attribute => $"            .With({SpecText.Of(attribute.Key)}, {SpecText.Of(attribute.Value)})")
            .ToList();
        attributes[^1] += ";";
        return [$"        _worker.Store[{SpecText.Of(key)}] = Item.Empty", .. attributes];
    }

    private static string InXml(string text) => text.ReplaceLineEndings(" ")
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal);
}
