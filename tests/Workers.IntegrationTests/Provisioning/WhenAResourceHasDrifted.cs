using Amazon.EventBridge.Model;
using Amazon.SQS;
using Workers.Contracts;
using Workers.IntegrationTests.Endpoint;
using Workers.Provisioning;

namespace Workers.IntegrationTests.Provisioning;

public sealed class WhenAResourceHasDrifted(AwsEndpoint endpoint, ProvisionedFleet fleet) : IClassFixture<ProvisionedFleet>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private string Bus => fleet.Naming.NameOf(Topology.Bus);

    [Fact]
    public async Task A_queues_attribute_is_set_back()
    {
        await SetAsync(Topology.InventoryQueue, QueueAttributeName.VisibilityTimeout, "5");

        await AssertCorrectedAsync("queue", Topology.InventoryQueue, "VisibilityTimeout: 5 → 60");
    }

    [Fact]
    public async Task A_queues_tag_is_set_back()
    {
        await endpoint.Clients.Sqs.TagQueueAsync(
            new() { QueueUrl = await fleet.QueueUrlAsync(Topology.AnalyticsQueue), Tags = new() { ["Owner"] = "nobody" } }, Cancellation);

        await AssertCorrectedAsync("queue", Topology.AnalyticsQueue, "tag Owner: nobody → workers");
    }

    [Fact]
    public async Task The_buss_tag_is_set_back()
    {
        var bus = await endpoint.Clients.EventBridge.DescribeEventBusAsync(new() { Name = Bus }, Cancellation);
        await endpoint.Clients.EventBridge.TagResourceAsync(
            new() { ResourceARN = bus.Arn, Tags = [new() { Key = "Owner", Value = "nobody" }] }, Cancellation);

        await AssertCorrectedAsync("event bus", Topology.Bus, "tag Owner: nobody → workers");
    }

    [Fact]
    public async Task A_topics_policy_and_tag_are_set_back()
    {
        var topic = await fleet.TopicArnAsync(Topology.NotificationTopic);
        await endpoint.Clients.Sns.TagResourceAsync(
            new() { ResourceArn = topic, Tags = [new() { Key = "Owner", Value = "nobody" }] }, Cancellation);
        await endpoint.Clients.Sns.SetTopicAttributesAsync(
            new() { TopicArn = topic, AttributeName = "Policy", AttributeValue = """{"Version":"2012-10-17","Statement":[]}""" }, Cancellation);

        await AssertCorrectedAsync("topic", Topology.NotificationTopic, "tag Owner: nobody → workers");
    }

    [Fact]
    public async Task A_foreign_queue_policy_is_replaced()
    {
        const string Everybody =
            """{"Version":"2012-10-17","Statement":[{"Sid":"Everybody","Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":"*"}]}""";
        await SetAsync(Topology.NotificationQueue, QueueAttributeName.Policy, Everybody);

        await AssertCorrectedAsync("queue policy", Topology.NotificationQueue);
    }

    [Fact]
    public async Task A_disabled_rule_is_enabled()
    {
        await endpoint.Clients.EventBridge.DisableRuleAsync(
            new() { Name = fleet.Naming.NameOf("order-processing"), EventBusName = Bus }, Cancellation);

        await AssertCorrectedAsync("rule", "order-processing", "State: DISABLED → ENABLED");
    }

    [Fact]
    public async Task A_rules_pattern_is_set_back()
    {
        await endpoint.Clients.EventBridge.PutRuleAsync(
            new() { Name = fleet.Naming.NameOf("foreign-inventory"), EventBusName = Bus, EventPattern = """{"source":["x"]}""" },
            Cancellation);

        await AssertCorrectedAsync("rule", "foreign-inventory");
    }

    [Fact]
    public async Task A_targets_retry_policy_is_set_back()
    {
        var target = await TargetAsync("inventory-released");
        target.RetryPolicy = new() { MaximumEventAgeInSeconds = 60, MaximumRetryAttempts = 1 };
        await PutAsync("inventory-released", target);

        await AssertCorrectedAsync(
            "targets of rule", "inventory-released", "analytics-queue RetryPolicy: 60 s, 1 attempts → 86400 s, 185 attempts");
    }

    [Fact]
    public async Task A_missing_target_is_added()
    {
        await endpoint.Clients.EventBridge.RemoveTargetsAsync(
            new() { Rule = fleet.Naming.NameOf("inventory-updates"), EventBusName = Bus, Ids = [Topology.AnalyticsQueue] }, Cancellation);

        await AssertCorrectedAsync("targets of rule", "inventory-updates", "analytics-queue: missing");
    }

    [Fact]
    public async Task A_target_that_the_topology_does_not_know_is_removed()
    {
        var target = await TargetAsync("notifications-sent");
        target.Id = "surplus";
        await PutAsync("notifications-sent", target);

        await AssertCorrectedAsync("targets of rule", "notifications-sent", "surplus: not in the topology");
    }

    [Fact]
    public async Task The_archives_retention_is_set_back()
    {
        await endpoint.Clients.EventBridge.UpdateArchiveAsync(
            new() { ArchiveName = fleet.Naming.NameOf(Topology.Archive.Name), RetentionDays = 3 }, Cancellation);

        await AssertCorrectedAsync("archive", Topology.Archive.Name, "RetentionDays: 3 → 365");
    }

    [Fact]
    public async Task A_deleted_queue_is_made_again_and_may_be_sent_to()
    {
        Assert.SkipWhen(endpoint.Url.Contains("amazonaws.com", StringComparison.Ordinal), "AWS keeps a deleted queue's name for 60 seconds.");
        await endpoint.Clients.Sqs.DeleteQueueAsync(await fleet.QueueUrlAsync(Topology.AnalyticsQueue), Cancellation);

        var applied = await fleet.Provisioner.ApplyAsync(Cancellation);

        Assert.Equal(
            [("queue", Change.Created), ("queue policy", Change.Created)],
            applied.Where(resource => resource.Name == fleet.Naming.NameOf(Topology.AnalyticsQueue))
                .Select(resource => (resource.Kind, resource.Change)));
        await AssertNothingDiffersAsync();
    }

    private async Task AssertCorrectedAsync(string kind, string name, params string[] differences)
    {
        var applied = await fleet.Provisioner.ApplyAsync(Cancellation);

        var corrected = Assert.Single(
            applied, resource => resource.Kind == kind && resource.Name == fleet.Naming.NameOf(name));
        Assert.Equal(Change.Changed, corrected.Change);
        Assert.All(differences, difference => Assert.Contains(difference, corrected.Differences));
        await AssertNothingDiffersAsync();
    }

    private async Task AssertNothingDiffersAsync() =>
        Assert.All(await fleet.Provisioner.PlanAsync(Cancellation), resource => Assert.Equal(Change.Unchanged, resource.Change));

    private async Task SetAsync(string queue, string attribute, string value) =>
        await endpoint.Clients.Sqs.SetQueueAttributesAsync(
            await fleet.QueueUrlAsync(queue), new() { [attribute] = value }, Cancellation);

    private async Task<Target> TargetAsync(string rule)
    {
        var answer = await endpoint.Clients.EventBridge.ListTargetsByRuleAsync(
            new() { Rule = fleet.Naming.NameOf(rule), EventBusName = Bus }, Cancellation);
        return Assert.Single(answer.Targets);
    }

    private async Task PutAsync(string rule, Target target) =>
        await endpoint.Clients.EventBridge.PutTargetsAsync(
            new() { Rule = fleet.Naming.NameOf(rule), EventBusName = Bus, Targets = [target] }, Cancellation);
}
