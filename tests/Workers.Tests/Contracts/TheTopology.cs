using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Effects;
using Workers.Events;

namespace Workers.Tests.Contracts;

public sealed class TheTopology
{
    private const int LongestPrefix = 20;
    private static readonly Comparer<EventName> ByText =
        Comparer<EventName>.Create((left, right) => string.CompareOrdinal(left.ToString(), right.ToString()));

    [Theory]
    [InlineData(Topology.InventoryQueue, 60, Topology.InventoryDlq)]
    [InlineData(Topology.NotificationQueue, 30, Topology.NotificationDlq)]
    [InlineData(Topology.AnalyticsQueue, 120, Topology.AnalyticsDlq)]
    public void Gives_each_worker_a_queue_with_a_dead_letter_queue(string name, int seconds, string dlq)
    {
        var queue = Queue(name);

        Assert.Equal(TimeSpan.FromSeconds(seconds), queue.VisibilityTimeout);
        Assert.Equal(TimeSpan.FromDays(14), queue.Retention);
        Assert.Equal(TimeSpan.FromSeconds(20), queue.ReceiveWait);
        Assert.Equal(new RedrivePolicy(dlq, 100), queue.Redrive);
    }

    [Theory]
    [InlineData(Topology.InventoryDlq)]
    [InlineData(Topology.NotificationDlq)]
    [InlineData(Topology.AnalyticsDlq)]
    [InlineData(Topology.UndeliveredDlq)]
    public void Keeps_dead_letters_for_fourteen_days(string name)
    {
        Assert.Equal(TimeSpan.FromDays(14), Queue(name).Retention);
        Assert.Null(Queue(name).Redrive);
    }

    [Fact]
    public void Keeps_markers_longer_than_a_message_can_wait_in_both_of_its_queues_and_on_its_way()
    {
        var longest = Topology.Queues.Max(queue => queue.Retention);

        Assert.True(new EffectsOptions().MarkerLife >= longest + longest + Topology.Delivery.MaximumEventAge);
    }

    [Fact]
    public void Lets_each_event_that_a_rule_matches_or_a_worker_emits_be_put_by_one_kind_of_deployable_alone()
    {
        var emitted = Topology.Deployables.SelectMany(deployable => deployable.Emits);   // some for readers outside of the fleet alone
        var putters = Topology.Deployables.SelectMany(deployable => Topology.MayPut(deployable).Select(name => (name, deployable.Name))).ToList();

        EventName[] ofNoDeployable = [.. Topology.WorkflowRequests, EventNames.ExecutionStatusChanged];   // the state machine's, and AWS's
        var said = Topology.Rules.SelectMany(rule => rule.Pattern.Events).Select(EventSources.OrApiGateway).Union(emitted);

        Assert.Equal(said.Except(ofNoDeployable).Order(ByText), putters.Select(put => put.name).Order(ByText));
        Assert.Equal("producer", putters.Single(put => put.name == EventNames.OrderPlaced).Name);
        Assert.Equal("inventory", putters.Single(put => put.name == EventNames.InventoryReserved).Name);
    }

    [Fact]
    public void Sends_each_event_to_the_queues_that_were_approved()
    {
        var routes = from rule in Topology.Rules
                     from name in rule.Pattern.Events
                     from queue in rule.Targets
                     group queue by $"{name.Source}: {name.DetailType}" into route
                     orderby route.Key
                     select $"{route.Key} → {string.Join(", ", route)}\n";

        Approved.Matches(Approved.PathOf("tests", "Workers.Tests", "Contracts", "Routes.approved.txt"), string.Concat(routes));
    }

    [Fact]
    public void Matches_events_by_source_and_detail_type()
    {
        var pattern = Rule("order-cancellations").Pattern.ToJson();

        Assert.Equal("""{"source":["ecommerce.orders"],"detail-type":["Order Cancelled","Order Cancellation Requested"]}""", pattern);
    }

    [Fact]
    public void Lets_no_rule_match_an_event_that_it_does_not_name() =>
        Assert.All(Topology.Rules.Where(rule => rule.Pattern != EventPattern.Everything), rule =>
        {
            var events = rule.Pattern.Events;
            var matched =
                from source in events.Select(name => name.Source).Distinct()
                from name in events
                select name with { Source = source };

            // Of one source it means what it names; of several, also each of their sources with each of their detail-types.
            Assert.Empty(matched.Except(events).Intersect(EventCatalog.Build().Names));
        });

    [Fact]
    public void Matches_a_high_value_order_by_its_amount_and_wraps_it_into_an_alert()
    {
        var rule = Rule("high-value-orders");

        Assert.Equal(
            """{"source":["ecommerce.orders"],"detail-type":["Order Placed"],"detail":{"amount":[{"numeric":[">=",100]}]}}""",
            rule.Pattern.ToJson());
        Assert.Equal(
            """{"alertType":"HIGH_VALUE_ORDER","priority":"urgent","event":{}}""",
            JsonNode.Parse(rule.InputTemplate!.Replace("<aws.events.event.json>", "{}", StringComparison.Ordinal))!.ToJsonString());
    }

    [Fact]
    public void Delivers_for_a_day_and_keeps_what_could_not_be_delivered() =>
        Assert.Equal(new(TimeSpan.FromHours(24), 185, Topology.UndeliveredDlq), Topology.Delivery);

    [Fact]
    public void Points_only_to_queues_that_it_has()
    {
        var queues = Topology.Queues.Select(queue => queue.Name).ToHashSet();

        Assert.All(Topology.Rules.SelectMany(rule => rule.Targets), target => Assert.Contains(target, queues));
        Assert.All(Topology.Queues, queue => Assert.True(queue.Redrive is null || queues.Contains(queue.Redrive.DeadLetterQueue)));
        Assert.Contains(Topology.Delivery.DeadLetterQueue, queues);
    }

    [Fact]
    public void Leaves_room_for_the_longest_prefix_in_every_name()
    {
        Assert.All(Topology.Queues, queue => Assert.InRange(queue.Name.Length, 1, 80 - LongestPrefix));
        Assert.All(Topology.Rules, rule => Assert.InRange(rule.Name.Length, 1, 64 - LongestPrefix));
        Assert.All(Topology.Tables, table => Assert.InRange(table.Name.Length, 3, 255 - LongestPrefix));
        Assert.InRange(Topology.Archive.Name.Length, 1, 48 - LongestPrefix);
    }

    private static QueueDefinition Queue(string name) => Assert.Single(Topology.Queues, queue => queue.Name == name);

    private static RuleDefinition Rule(string name) => Assert.Single(Topology.Rules, rule => rule.Name == name);
}
