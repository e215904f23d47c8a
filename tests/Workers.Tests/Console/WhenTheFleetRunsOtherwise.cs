using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.StepFunctions;
using LocalAws;
using Workers.Console.Watching;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.Operations;
using Workers.Operations.Fleet;
using Workers.Provisioning;

namespace Workers.Tests.Console;

/// <summary>Somebody changes rules by hand, or puts events of his own on the bus.</summary>
public sealed class WhenTheFleetRunsOtherwise : IAsyncLifetime
{
    private const string Prefix = "night-";

    private LocalAwsServer _aws = null!;
    private FleetAccess _fleet = null!;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    private IAmazonEventBridge Events => _fleet.Aws.EventBridge;

    public async ValueTask InitializeAsync()
    {
        _aws = await LocalAwsServer.StartAsync();
        var credentials = new BasicAWSCredentials("test", "test");
        var url = _aws.Endpoint.ToString();
        AwsClients clients = new(
            new AmazonSQSClient(credentials, new AmazonSQSConfig { ServiceURL = url, AuthenticationRegion = "us-east-1" }),
            new AmazonEventBridgeClient(credentials, new AmazonEventBridgeConfig { ServiceURL = url, AuthenticationRegion = "us-east-1" }),
            new AmazonDynamoDBClient(credentials, new AmazonDynamoDBConfig { ServiceURL = url, AuthenticationRegion = "us-east-1" }),
            new AmazonSimpleNotificationServiceClient(
                credentials, new AmazonSimpleNotificationServiceConfig { ServiceURL = url, AuthenticationRegion = "us-east-1" }),
            new AmazonStepFunctionsClient(
                credentials, new AmazonStepFunctionsConfig { ServiceURL = url, AuthenticationRegion = "us-east-1" }));
        ResourceNaming naming = new() { Prefix = Prefix };
        await new TopologyProvisioner(clients, naming, TimeProvider.System).ApplyAsync(CancellationToken);
        _fleet = new(clients, naming, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        _fleet.Aws.Sqs.Dispose();
        _fleet.Aws.EventBridge.Dispose();
        _fleet.Aws.DynamoDb.Dispose();
        _fleet.Aws.Sns.Dispose();
        _fleet.Aws.StepFunctions.Dispose();
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task A_fleet_as_it_is_declared_differs_in_nothing() => Assert.Equal([], await DriftAsync());

    [Fact]
    public async Task A_rule_that_nobody_declared_is_found_with_the_queue_that_it_fills()
    {
        await Events.PutRuleAsync(
            new() { Name = "by-hand", EventBusName = $"{Prefix}{Topology.Bus}", EventPattern = """{"source":["x"]}""" }, CancellationToken);
        await TargetAsync("by-hand", ArnOf(Topology.PaymentsQueue));

        Assert.Equal([(DriftKind.UndeclaredRule, "by-hand", Topology.PaymentsQueue)], await DriftAsync());
    }

    [Fact]
    public async Task A_target_that_nobody_declared_is_found_on_a_declared_rule()
    {
        await TargetAsync($"{Prefix}order-paid", ArnOf(Topology.SupportQueue));

        Assert.Equal([(DriftKind.UndeclaredTarget, $"{Prefix}order-paid", Topology.SupportQueue)], await DriftAsync());
    }

    [Fact]
    public async Task A_target_that_somebody_took_away_is_missing_at_its_queue()
    {
        await Events.RemoveTargetsAsync(
            new() { Rule = $"{Prefix}order-completed", EventBusName = $"{Prefix}{Topology.Bus}", Ids = [Topology.AnalyticsQueue] },
            CancellationToken);

        Assert.Equal([(DriftKind.Missing, $"{Prefix}order-completed", Topology.AnalyticsQueue)], await DriftAsync());
    }

    [Fact]
    public async Task A_disabled_rule_is_told_at_each_queue_that_gets_nothing_by_it()
    {
        await Events.DisableRuleAsync(new() { Name = $"{Prefix}order-paid", EventBusName = $"{Prefix}{Topology.Bus}" }, CancellationToken);

        Assert.Equal(
            [
                (DriftKind.Disabled, $"{Prefix}order-paid", Topology.AnalyticsQueue),
                (DriftKind.Disabled, $"{Prefix}order-paid", Topology.NotificationQueue),
            ],
            await DriftAsync());
    }

    [Fact]
    public async Task A_rule_of_the_accounts_own_bus_is_held_against_the_topology_too()
    {
        await Events.PutRuleAsync(
            new() { Name = $"{Prefix}workflow-status", EventPattern = """{"source":["aws.states"]}""" }, CancellationToken);

        Assert.Equal([(DriftKind.Changed, $"{Prefix}workflow-status", Topology.WorkflowQueue)], await DriftAsync());
    }

    [Fact]
    public async Task An_event_that_nothing_declares_is_found_once_among_the_latest_of_the_trail()
    {
        await RecordAsync(number: 1, "ecommerce.orders", "Order Placed");
        await RecordAsync(number: 2, "somebody.else", "Thing Happened");
        var trail = new TrailSample(_fleet);

        var found = await trail.FindAsync(Looks.Start, CancellationToken);
        var again = await trail.FindAsync(Looks.Start, CancellationToken);

        Assert.Equal([(DriftKind.UndeclaredEvent, "somebody.else/Thing Happened")], found.Select(drift => (drift.Kind, drift.Name)));
        Assert.Equal([], again);
        Assert.DoesNotContain("dynamodb.Scan", _aws.Calls.Keys);
    }

    private async Task<IEnumerable<(DriftKind Kind, string Name, string? Queue)>> DriftAsync() =>
        (await new BusDrift(_fleet).FindAsync(CancellationToken)).Select(drift => (drift.Kind, drift.Name, drift.Queue));

    private async Task TargetAsync(string rule, string arn)
    {
        var answer = await Events.PutTargetsAsync(
            new() { Rule = rule, EventBusName = $"{Prefix}{Topology.Bus}", Targets = [new Target { Id = "by-hand", Arn = arn }] },
            CancellationToken);
        Assert.Equal(0, answer.FailedEntryCount);
    }

    private static string ArnOf(string queue) => $"arn:aws:sqs:us-east-1:000000000000:{Prefix}{queue}";

    /// <summary>Puts an event on the trail as the audit worker does, as far as it is looked at.</summary>
    private async Task RecordAsync(int number, string source, string type)
    {
        const string Chain = "2026-01-15#07";
        var entity = $"source#{source}";
        await PutAsync(Topology.AuditTable, new()
        {
            [AuditColumns.Entity] = new() { S = entity },
            [AuditColumns.At] = new() { S = $"at-{number}" },
            [AuditColumns.Source] = new() { S = source },
            [AuditColumns.Type] = new() { S = type },
        });
        await PutAsync(Topology.AuditChainTable, new()
        {
            [AuditChainColumns.Chain] = new() { S = Chain },
            [AuditChainColumns.Number] = new() { N = $"{number}" },
            [AuditChainColumns.Entity] = new() { S = entity },
            [AuditChainColumns.At] = new() { S = $"at-{number}" },
        });
        await PutAsync(Topology.AuditChainTable, new()
        {
            [AuditChainColumns.Chain] = new() { S = Chain },
            [AuditChainColumns.Number] = new() { N = "0" },
            [AuditChainColumns.Count] = new() { N = $"{number}" },
        });
    }

    private async Task PutAsync(string table, Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> row) =>
        await _fleet.Aws.DynamoDb.PutItemAsync($"{Prefix}{table}", row, CancellationToken);
}
