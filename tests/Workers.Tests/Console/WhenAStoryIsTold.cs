using System.Text.Json;
using Workers.Console.Orders;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Operations;

namespace Workers.Tests.Console;

public sealed class WhenAStoryIsTold
{
    [Fact]
    public void Each_event_stands_under_its_cause()
    {
        var told = StoryTree.Order([Event("placed"), Event("reserved", "placed"), Event("recorded", "placed"), Event("paid", "reserved")]);

        Assert.Equal([("placed", 0), ("reserved", 1), ("paid", 2), ("recorded", 1)], told.Select(event_ => (event_.Event.EventId, event_.Depth)));
    }

    [Fact]
    public void An_event_of_an_unknown_cause_is_a_beginning() =>
        Assert.Equal([0], StoryTree.Order([Event("reserved", "lost")]).Select(told => told.Depth));

    [Fact]
    public void Causes_that_go_round_are_told_once_each() =>
        Assert.Equal(["a", "b"], StoryTree.Order([Event("a", "b"), Event("b", "a")]).Select(told => told.Event.EventId));

    [Theory]
    [InlineData("""{"amount":100}""", true)]
    [InlineData("""{"amount":99.99}""", false)]
    [InlineData("""{"amount":"100"}""", false)]
    [InlineData("{}", false)]
    public void A_rule_is_named_where_its_condition_on_the_detail_is_met(string detail, bool isNamed) =>
        Assert.Equal(isNamed, HighValue.Matches(EventNames.OrderPlaced, JsonElement.Parse(detail)));

    [Fact]
    public void A_rule_of_any_source_is_named_for_every_source() => Assert.True(
        Topology.Rules.First(rule => rule.Name == "any-notifications").Matches(
            new("somebody", EventNames.AnyNotificationSent.DetailType), JsonElement.Parse("{}")));

    private static RuleDefinition HighValue => Topology.Rules.First(rule => rule.Name == "high-value-orders");

    private static StoryEvent Event(string id, string? cause = null) =>
        new(id, EventNames.OrderPlaced, DateTimeOffset.UnixEpoch, cause, CorrelationId: null, Detail: null);
}
