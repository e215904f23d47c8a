using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using LocalAws;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Events;
using Workers.Provisioning.StateMachines;

namespace Workers.Tests.Provisioning.StateMachines;

/// <summary>
/// The state machine on the embedded AWS and a clock that stands still. A spec plays the workers: it reads each request where the
/// execution's history has it, and answers under its task token.
/// </summary>
public abstract class OrderWorkflowSpec : IAsyncLifetime
{
    private protected const string Order = """
        {"orderId":"ORD-1","customerId":"CUST-1","items":[{"productId":"P-1","quantity":1},{"productId":"P-1","quantity":2}],"amount":59.98,"tax":9.58}
        """;

    private protected const string Paid = """
        {"orderId":"ORD-1","customerId":"CUST-1","amount":59.98,"paymentId":"PAY-1","items":[{"productId":"P-1","quantity":3}],"version":4}
        """;

    private static readonly BasicAWSCredentials Credentials = new("local", "local");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private LocalAwsServer _aws = null!;
    private string _machine = null!;

    private protected FakeTime Time { get; } = new();

    private protected AmazonStepFunctionsClient States { get; private set; } = null!;

    private protected AmazonDynamoDBClient DynamoDb { get; private set; } = null!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _aws = await LocalAwsServer.StartAsync(new LocalAwsOptions { Port = 0, TimeProvider = Time }, Cancellation);
        States = new(Credentials, Configured(new AmazonStepFunctionsConfig()));
        DynamoDb = new(Credentials, Configured(new AmazonDynamoDBConfig()));
        using var events = new AmazonEventBridgeClient(Credentials, Configured(new AmazonEventBridgeConfig()));
        await events.CreateEventBusAsync(new() { Name = Topology.Bus }, Cancellation);
        foreach (var table in Topology.Tables.Where(table => table.Name is Topology.OrdersTable or Topology.OrderWorkflowsTable))
        {
            await CreateAsync(table);
        }

        var created = await States.CreateStateMachineAsync(
            new() { Name = "m", RoleArn = "arn:aws:iam::000000000000:role/m", Definition = OrderWorkflow.Export() }, Cancellation);
        _machine = created.StateMachineArn;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        States.Dispose();
        DynamoDb.Dispose();
        await _aws.DisposeAsync();
    }

    /// <summary>Starts an execution as a rule does: with the event as its input.</summary>
    /// <param name="order">The order that the trigger brings; null for the trigger that names one on record.</param>
    private protected Task<string> TriggerAsync(string? order = Order)
    {
        var brought = order is null ? "" : $$$""","order":{{{order}}},"metadata":{"eventId":"T-1","correlationId":"C-1"}""";
        return StartAsync($$$"""{"id":"E-1","detail":{"workflow_id":"W-1","order_id":"ORD-1"{{{brought}}} } }""");
    }

    private protected async Task<string> StartAsync(string input)
    {
        var started = await States.StartExecutionAsync(new() { StateMachineArn = _machine, Input = input }, Cancellation);
        return started.ExecutionArn;
    }

    /// <summary>The detail of the latest request of a kind, once the execution has made so many of them.</summary>
    private protected async Task<JsonNode> RequestAsync(string execution, EventName name, int times = 1)
    {
        List<JsonNode> found = [];
        await UntilAsync(async () => (found = await RequestsAsync(execution, name)).Count >= times);
        Assert.Equal(times, found.Count);
        return found[^1];
    }

    private protected async Task<List<JsonNode>> RequestsAsync(string execution, EventName name)
    {
        var entries = from happened in await HistoryAsync(execution)
                      where happened.TaskScheduledEventDetails?.ResourceType == "events"
                      let entry = JsonNode.Parse(happened.TaskScheduledEventDetails.Parameters)!["Entries"]![0]!
                      where (string?)entry["Source"] == name.Source && (string?)entry["DetailType"] == name.DetailType
                      select entry["Detail"]!;
        return [.. entries];
    }

    private protected async Task AnswerAsync(string execution, EventName request, string answer = "{}", int times = 1) =>
        await States.SendTaskSuccessAsync(
            new() { TaskToken = TokenOf(await RequestAsync(execution, request, times)), Output = answer }, Cancellation);

    private protected async Task DeclineAsync(string execution, EventName request, string error, string cause) =>
        await States.SendTaskFailureAsync(
            new() { TaskToken = TokenOf(await RequestAsync(execution, request)), Error = error, Cause = cause }, Cancellation);

    /// <summary>Leaves a request without an answer, twice: a step is asked once more before it is given up.</summary>
    private protected async Task IgnoreAsync(string execution, EventName request, int seconds)
    {
        for (var times = 1; times <= 2; times++)
        {
            await RequestAsync(execution, request, times);
            await PassAsync(execution, HistoryEventType.TaskTimedOut, TimeSpan.FromSeconds(seconds));
            Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Lets time pass, and returns once that has led to an event.</summary>
    private protected async Task PassAsync(string execution, HistoryEventType type, TimeSpan time)
    {
        var before = (await HistoryAsync(execution)).Count(happened => happened.Type == type);
        Time.Advance(time);
        await UntilAsync(async () => (await HistoryAsync(execution)).Count(happened => happened.Type == type) > before);
    }

    /// <summary>How an execution has ended: its status, and its error where it has one.</summary>
    private protected async Task<string> EndAsync(string execution)
    {
        DescribeExecutionResponse described = null!;
        await UntilAsync(async () =>
            (described = await States.DescribeExecutionAsync(new() { ExecutionArn = execution }, Cancellation)).Status != ExecutionStatus.RUNNING);
        return described.Error is null ? described.Status.Value : $"{described.Status} {described.Error}: {described.Cause}";
    }

    /// <summary>The states that the execution has entered, in the order of their first times.</summary>
    private protected async Task<IReadOnlyList<string>> VisitedAsync(string execution) =>
        [.. (await HistoryAsync(execution)).Select(happened => happened.StateEnteredEventDetails?.Name).OfType<string>().Distinct()];

    private protected static string TokenOf(JsonNode request) => (string)request["metadata"]!["taskToken"]!;

    private async Task<List<HistoryEvent>> HistoryAsync(string execution) =>
        (await States.GetExecutionHistoryAsync(new() { ExecutionArn = execution, MaxResults = 1000 }, Cancellation)).Events;

    private Task<Amazon.DynamoDBv2.Model.CreateTableResponse> CreateAsync(TableDefinition table) => DynamoDb.CreateTableAsync(
        new()
        {
            TableName = table.Name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new(table.PartitionKey, ScalarAttributeType.S)],
            KeySchema = [new(table.PartitionKey, KeyType.HASH)],
        },
        Cancellation);

    private T Configured<T>(T config)
        where T : ClientConfig
    {
        config.ServiceURL = _aws.Endpoint.ToString();
        config.AuthenticationRegion = "eu-west-1";
        return config;
    }

    /// <summary>Returns once something is so; what never is fails the spec.</summary>
    private protected static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }
}
