using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workers.Contracts;
using Workers.Events;
using Workers.Provisioning;
using Workers.Provisioning.Schemas;

namespace Workers.Tests.Provisioning;

public sealed partial class WhenTheCatalogueIsExported
{
    private static readonly string Page = CataloguePage.Render();
    private static readonly Dictionary<string, string> Articles =
        Article.Matches(Page).ToDictionary(article => article.Groups["id"].Value, article => article.Groups["text"].Value);

    [Fact]
    public void Each_event_rule_and_program_has_its_place() => Assert.Equal(
        EventCatalog.Build().NamesByType.Values.Select(IdOf)
            .Concat(Topology.Rules.Select(rule => $"rule-{rule.Name}"))
            .Concat(Topology.Deployables.Select(deployable => $"program-{deployable.Name}"))
            .Append("metadata")
            .Order(),
        Articles.Keys.Order());

    [Fact]
    public void Every_link_leads_somewhere() => Assert.All(Link.Matches(Page), link =>
    {
        var target = link.Groups["to"].Value;
        Assert.True(
            target.StartsWith('#')
                ? Page.Contains($"id=\"{target[1..]}\"", StringComparison.Ordinal)
                : File.Exists(Approved.PathOf("docs", "events", target)),
            $"{target} leads nowhere.");
    });

    [Fact]
    public void It_asks_nobody_for_anything()
    {
        Assert.DoesNotContain("<script", Page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", Page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", Page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", Page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", Page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Link.Matches(Page), link => link.Groups["to"].Value.Contains(':', StringComparison.Ordinal));
    }

    [Fact]
    public void Links_go_both_ways_between_events_rules_and_programs()
    {
        var ours = EventCatalog.Build().NamesByType.Values.ToHashSet();

        foreach (var rule in Topology.Rules)
        {
            foreach (var name in rule.Pattern.Events.Where(ours.Contains))
            {
                AssertLinked(IdOf(name), $"rule-{rule.Name}");
                Assert.All(rule.Targets, queue => AssertLinked(IdOf(name), ConsumerOf(queue)));
            }

            Assert.All(rule.Targets, queue => AssertLinked($"rule-{rule.Name}", ConsumerOf(queue)));
        }

        Assert.All(Topology.Deployables, deployable =>
            Assert.All(deployable.Emits, name => AssertLinked(IdOf(name), $"program-{deployable.Name}")));
    }

    [Fact]
    public void An_event_shows_its_version_schema_members_and_example()
    {
        var article = WebUtility.HtmlDecode(Articles[IdOf(EventNames.OrderPlaced)]);

        Assert.Contains("ecommerce.orders.order-placed.1.2.schema.json", article, StringComparison.Ordinal);
        Assert.Contains("items[].quantity", article, StringComparison.Ordinal);
        Assert.Contains("integer, 1 to 1,000,000", article, StringComparison.Ordinal);
        Assert.Contains("\"productId\": \"LAPTOP-001\"", article, StringComparison.Ordinal);
        Assert.Contains("orders/Order Created", article, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_never_on_the_bus_is_said_so() =>
        Assert.Contains("never on the bus", Articles[IdOf(EventNames.HighValueOrder)], StringComparison.Ordinal);

    [Theory]
    [InlineData("""["a"]""", "a.b", false)]
    [InlineData("""["a.b"]""", "a.b", true)]
    [InlineData("""[{"prefix":"a."}]""", "a.b", true)]
    [InlineData("""[{"prefix":"b."},"a.b"]""", "a.b", true)]
    [InlineData("""[{"suffix":".b"}]""", "a.b", true)]
    [InlineData("""[{"anything-but":"a.b"}]""", "a.b", false)]
    [InlineData("""[{"anything-but":["a.c"]}]""", "a.b", true)]
    [InlineData("""[{"anything-but":{"prefix":"a"}}]""", "a.b", false)]
    [InlineData("""[{"exists":true}]""", "a.b", true)]
    public void Rules_are_matched_as_eventbridge_does(string sources, string source, bool matches) =>
        Assert.Equal(matches, RuleMatch.Allows("rule", JsonNode.Parse(sources), source));

    [Fact]
    public void A_condition_that_is_not_understood_is_no_guess() => Assert.Throws<ProvisioningException>(() =>
        RuleMatch.Allows("rule", JsonNode.Parse("""[{"wildcard":"a*"}]"""), "a.b"));

    private static void AssertLinked(string one, string other)
    {
        Assert.Contains($"href=\"#{other}\"", Articles[one], StringComparison.Ordinal);
        Assert.Contains($"href=\"#{one}\"", Articles[other], StringComparison.Ordinal);
    }

    private static string ConsumerOf(string queue)
    {
        var consumer = Topology.Deployables.Single(deployable => deployable.Consumptions.Any(consumption => consumption.Queue.Name == queue));
        return $"program-{consumer.Name}";
    }

    private static string IdOf(EventName name) => $"event-{EventSchema.NameOf(name)}";

    [GeneratedRegex("""<article id="(?<id>[^"]+)">(?<text>.*?)</article>""", RegexOptions.Singleline)]
    private static partial Regex Article { get; }

    [GeneratedRegex("href=\"(?<to>[^\"]+)\"")]
    private static partial Regex Link { get; }
}
