using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.SQS.Model;
using Amazon.StepFunctions;
using LocalAws;
using Workers.Contracts;
using Workers.Events;
using Workers.Provisioning;

namespace Workers.Tests.Provisioning.StateMachines;

public sealed class WhenTheStateMachineIsProvisioned : IAsyncLifetime
{
    private const string Prefix = "spec-";
    private static readonly BasicAWSCredentials Credentials = new("local", "local");

    private LocalAwsServer _aws = null!;
    private AwsClients _clients = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TopologyProvisioner Provisioner => new(_clients, new ResourceNaming { Prefix = Prefix }, TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        _aws = await LocalAwsServer.StartAsync();
        _clients = new(
            new AmazonSQSClient(Credentials, Configured(new AmazonSQSConfig())),
            new AmazonEventBridgeClient(Credentials, Configured(new AmazonEventBridgeConfig())),
            new AmazonDynamoDBClient(Credentials, Configured(new AmazonDynamoDBConfig())),
            new AmazonSimpleNotificationServiceClient(Credentials, Configured(new AmazonSimpleNotificationServiceConfig())),
            new AmazonStepFunctionsClient(Credentials, Configured(new AmazonStepFunctionsConfig())));
        await Provisioner.ApplyAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _clients.Sqs.Dispose();
        _clients.EventBridge.Dispose();
        _clients.DynamoDb.Dispose();
        _clients.StepFunctions.Dispose();
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task Its_names_have_the_prefix_and_it_acts_in_the_role_of_the_template()
    {
        var machine = await _clients.StepFunctions.DescribeStateMachineAsync(new() { StateMachineArn = await ArnAsync() }, Cancellation);

        Assert.Equal("spec-event-driven-workflow", machine.Name);
        Assert.EndsWith(":role/spec-workers-event-driven-workflow", machine.RoleArn, StringComparison.Ordinal);
        Assert.True(machine.TracingConfiguration.Enabled);
        Assert.Contains("\"spec-orders\"", machine.Definition, StringComparison.Ordinal);
        Assert.Contains("\"spec-ecommerce-events\"", machine.Definition, StringComparison.Ordinal);
        Assert.DoesNotContain("\"orders\"", machine.Definition, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Applying_again_changes_nothing()
    {
        var again = await Provisioner.ApplyAsync(Cancellation);

        Assert.All(again, resource => Assert.Equal(Change.Unchanged, resource.Change));
    }

    [Fact]
    public async Task What_somebody_changed_is_told_and_put_right()
    {
        await _clients.StepFunctions.UpdateStateMachineAsync(
            new()
            {
                StateMachineArn = await ArnAsync(),
                Definition = """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""",
                TracingConfiguration = new() { Enabled = false },
            },
            Cancellation);

        var changed = (await Provisioner.ApplyAsync(Cancellation)).Where(resource => resource.Change != Change.Unchanged);

        var machine = Assert.Single(changed);
        Assert.Equal(("state machine", "spec-event-driven-workflow"), (machine.Kind, machine.Name));
        Assert.Equal(["its definition differs", "Tracing: off → on"], machine.Differences);
        Assert.All(await Provisioner.PlanAsync(Cancellation), resource => Assert.Equal(Change.Unchanged, resource.Change));
    }

    [Fact]
    public async Task A_trigger_on_the_bus_starts_it_and_the_end_of_an_execution_comes_to_the_workers_queue()
    {
        await _clients.EventBridge.PutEventsAsync(
            new()
            {
                Entries =
                [
                    new()
                    {
                        EventBusName = Prefix + Topology.Bus,
                        Source = EventNames.WorkflowTriggered.Source,
                        DetailType = EventNames.WorkflowTriggered.DetailType,
                        Detail = """{"workflow_id":"W-1","order_id":"ORD-1","order":{"orderId":"ORD-1"}}""",
                    },
                ],
            },
            Cancellation);

        var message = await ReceiveAsync(Topology.WorkflowQueue);

        var detail = JsonNode.Parse(message)!["detail"]!;
        Assert.Equal("FAILED", (string?)detail["status"]);
        Assert.Equal(await ArnAsync(), (string?)detail["stateMachineArn"]);
    }

    [Fact]
    public async Task It_goes_with_everything_else()
    {
        var destroyed = await Provisioner.DestroyAsync(Cancellation);

        Assert.All(destroyed, resource => Assert.Equal(Change.Deleted, resource.Change));
        Assert.Empty((await _clients.StepFunctions.ListStateMachinesAsync(new(), Cancellation)).StateMachines ?? []);
        Assert.Empty((await _clients.EventBridge.ListRulesAsync(new(), Cancellation)).Rules ?? []);
    }

    private async Task<string> ArnAsync() =>
        Assert.Single((await _clients.StepFunctions.ListStateMachinesAsync(new(), Cancellation)).StateMachines).StateMachineArn;

    private async Task<string> ReceiveAsync(string queue)
    {
        var url = (await _clients.Sqs.GetQueueUrlAsync(Prefix + queue, Cancellation)).QueueUrl;
        while (true)
        {
            var received = await _clients.Sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = url, WaitTimeSeconds = 5 }, Cancellation);
            if (received.Messages is [var message, ..])
            {
                return message.Body;
            }
        }
    }

    private T Configured<T>(T config)
        where T : ClientConfig
    {
        config.ServiceURL = _aws.Endpoint.ToString();
        config.AuthenticationRegion = "eu-west-1";
        return config;
    }
}
