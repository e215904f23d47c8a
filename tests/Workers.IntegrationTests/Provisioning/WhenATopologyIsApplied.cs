using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.SQS;
using Workers.Contracts;
using Workers.IntegrationTests.Endpoint;
using Workers.Provisioning;

namespace Workers.IntegrationTests.Provisioning;

public sealed class WhenATopologyIsApplied(AwsEndpoint endpoint, ProvisionedFleet fleet) : IClassFixture<ProvisionedFleet>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public void Every_resource_is_created()
    {
        Assert.All(fleet.Applied, resource => Assert.Equal(Change.Created, resource.Change));
        Assert.Superset(
            Topology.Queues.Select(queue => queue.Name)
                .Concat(Topology.Rules.Select(rule => rule.Name))
                .Concat(Topology.Tables.Select(table => table.Name))
                .Append(Topology.Bus)
                .Append(Topology.Archive.Name)
                .Select(fleet.Naming.NameOf)
                .ToHashSet(),
            fleet.Applied.Select(resource => resource.Name).ToHashSet());
    }

    [Fact]
    public async Task Applying_it_again_changes_nothing()
    {
        var again = await fleet.Provisioner.ApplyAsync(Cancellation);

        Assert.Equal(fleet.Applied.Count, again.Count);
        Assert.All(again, resource => Assert.Equal(Change.Unchanged, resource.Change));
    }

    [Fact]
    public async Task A_workers_queue_has_its_settings_and_its_dead_letter_queue()
    {
        var queue = await AttributesAsync(Topology.InventoryQueue);
        var deadLetterQueue = await AttributesAsync(Topology.InventoryDlq);

        Assert.Equal("60", queue[QueueAttributeName.VisibilityTimeout]);
        Assert.Equal("1209600", queue[QueueAttributeName.MessageRetentionPeriod]);
        Assert.Equal("20", queue[QueueAttributeName.ReceiveMessageWaitTimeSeconds]);
        Assert.Equal("1209600", deadLetterQueue[QueueAttributeName.MessageRetentionPeriod]);
        var redrive = JsonNode.Parse(queue[QueueAttributeName.RedrivePolicy])!;
        Assert.Equal(deadLetterQueue[QueueAttributeName.QueueArn], redrive["deadLetterTargetArn"]!.GetValue<string>());
        Assert.Equal("100", redrive["maxReceiveCount"]!.ToString());
    }

    [Fact]
    public async Task Only_the_rules_that_target_a_queue_may_send_to_it()
    {
        var statement = await StatementAsync(Topology.InventoryQueue);
        var one = Topology.Rules.First(each => each.Targets.Contains(Topology.InventoryQueue));
        var rule = await endpoint.Clients.EventBridge.DescribeRuleAsync(
            new() { Name = fleet.Naming.NameOf(one.Name), EventBusName = fleet.Naming.NameOf(Topology.Bus) }, Cancellation);

        Assert.Equal("events.amazonaws.com", statement["Principal"]!["Service"]!.GetValue<string>());
        var sources = statement["Condition"]!["ArnEquals"]!["aws:SourceArn"]!.AsArray().Select(arn => arn!.GetValue<string>()).ToList();
        Assert.Equal(Topology.Rules.Count(each => each.Targets.Contains(Topology.InventoryQueue)), sources.Count);
        Assert.Contains(rule.Arn, sources);
    }

    [Fact]
    public async Task Every_rule_may_send_what_it_could_not_deliver()
    {
        var statement = await StatementAsync(Topology.UndeliveredDlq);

        Assert.Equal(Topology.Rules.Count, statement["Condition"]!["ArnEquals"]!["aws:SourceArn"]!.AsArray().Count);
    }

    [Fact]
    public async Task Every_target_is_tried_for_a_day_and_has_a_dead_letter_queue()
    {
        var undelivered = (await AttributesAsync(Topology.UndeliveredDlq))[QueueAttributeName.QueueArn];
        foreach (var rule in Topology.Rules)
        {
            var answer = await endpoint.Clients.EventBridge.ListTargetsByRuleAsync(
                new() { Rule = fleet.Naming.NameOf(rule.Name), EventBusName = rule.IsOnDefaultBus ? null : fleet.Naming.NameOf(Topology.Bus) },
                Cancellation);

            Assert.Equal((rule.Starts is { } machine ? [.. rule.Targets, machine.Name] : rule.Targets).Order(), answer.Targets.Select(target => target.Id).Order());
            Assert.All(answer.Targets, target =>
            {
                Assert.Equal(86_400, target.RetryPolicy.MaximumEventAgeInSeconds);
                Assert.Equal(185, target.RetryPolicy.MaximumRetryAttempts);
                Assert.Equal(undelivered, target.DeadLetterConfig.Arn);
                Assert.Equal(rule.InputTemplate, target.InputTransformer?.InputTemplate);
            });
        }
    }

    [Fact]
    public async Task Tables_pay_per_request_and_expire_where_they_should()
    {
        foreach (var definition in Topology.Tables)
        {
            var name = fleet.Naming.NameOf(definition.Name);
            var table = (await endpoint.Clients.DynamoDb.DescribeTableAsync(name, Cancellation)).Table;
            var expiry = (await endpoint.Clients.DynamoDb.DescribeTimeToLiveAsync(name, Cancellation)).TimeToLiveDescription;

            Assert.Equal(TableStatus.ACTIVE, table.TableStatus);
            Assert.Equal(BillingMode.PAY_PER_REQUEST, table.BillingModeSummary.BillingMode);
            Assert.Equal(definition.TimeToLiveAttribute, expiry?.AttributeName);
        }
    }

    [Fact]
    public async Task The_bus_carries_the_tags()
    {
        var bus = await endpoint.Clients.EventBridge.DescribeEventBusAsync(new() { Name = fleet.Naming.NameOf(Topology.Bus) }, Cancellation);
        var tags = await endpoint.Clients.EventBridge.ListTagsForResourceAsync(new() { ResourceARN = bus.Arn }, Cancellation);

        Assert.Equal(Topology.Tags, tags.Tags.ToDictionary(tag => tag.Key, tag => tag.Value));
    }

    private async Task<Dictionary<string, string>> AttributesAsync(string queue) =>
        (await endpoint.Clients.Sqs.GetQueueAttributesAsync(await fleet.QueueUrlAsync(queue), ["All"], Cancellation)).Attributes;

    private async Task<JsonNode> StatementAsync(string queue)
    {
        var attributes = await AttributesAsync(queue);
        return Assert.Single(JsonNode.Parse(attributes[QueueAttributeName.Policy])!["Statement"]!.AsArray())!;
    }
}
