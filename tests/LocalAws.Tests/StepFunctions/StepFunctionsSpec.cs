using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.Http;
using LocalAws.StepFunctions;
using Microsoft.Extensions.Time.Testing;

namespace LocalAws.Tests.StepFunctions;

/// <summary>The service on a fake clock and fake services, called as the HTTP front calls it.</summary>
public abstract class StepFunctionsSpec : IAsyncDisposable
{
    private protected const string Role = "arn:aws:iam::000000000000:role/states";
    private protected const string MachineArn = "arn:aws:states:us-east-1:000000000000:stateMachine:m";
    private protected const string ExecutionArn = "arn:aws:states:us-east-1:000000000000:execution:m:e";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private protected StepFunctionsSpec() => Service = new StepFunctionsService(new LocalAwsOptions { TimeProvider = Time }, Calls);

    private protected FakeTimeProvider Time { get; } = new(Clock.Start);

    private protected FakeCalls Calls { get; } = new();

    private protected StepFunctionsService Service { get; }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Service.DisposeAsync();
    }

    /// <summary>Calls an operation with JSON, or with an object that is written as JSON.</summary>
    private protected async Task<JsonNode> CallAsync(string operation, object request, string region = "us-east-1")
    {
        var body = request as string ?? JsonSerializer.Serialize(request);
        var aws = new AwsRequest(region, "http://localhost", Encoding.UTF8.GetBytes(body));
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        await using (var writer = new Utf8JsonWriter(buffer, options))
        {
            await Service.Operations[operation](aws, writer, TestContext.Current.CancellationToken);
        }

        return JsonNode.Parse(buffer.WrittenSpan)!;
    }

    /// <summary>How an operation is refused: <c>Code: message</c>.</summary>
    private protected async Task<string> RefusalAsync(string operation, object request)
    {
        var exception = await Assert.ThrowsAsync<AwsException>(() => CallAsync(operation, request));
        return $"{exception.Code}: {exception.Message}";
    }

    private protected Task<JsonNode> CreateAsync(string definition, string name = "m") =>
        CallAsync("CreateStateMachine", new { name, definition, roleArn = Role });

    private protected Task<JsonNode> StartAsync(string input = "{}", string name = "e") =>
        CallAsync("StartExecution", new { stateMachineArn = MachineArn, name, input });

    /// <summary>Makes a machine of these states, the first of which is A, and runs it to its end.</summary>
    private protected async Task<JsonNode> RunAsync(string states, string input = "{}")
    {
        await BeginAsync(states, input);
        return await EndAsync();
    }

    /// <summary>Makes a machine of these states, the first of which is A, and starts it.</summary>
    private protected async Task BeginAsync(string states, string input = "{}")
    {
        await CreateAsync(Machine(states));
        await StartAsync(input);
    }

    private protected static string Machine(string states) => $$"""{"StartAt":"A","States":{ {{states}} } }""";

    /// <summary>The execution once it has ended.</summary>
    private protected async Task<JsonNode> EndAsync(string arn = ExecutionArn)
    {
        await UntilAsync(async () => (string?)(await DescribeAsync(arn))["status"] != "RUNNING");
        return await DescribeAsync(arn);
    }

    private protected Task<JsonNode> DescribeAsync(string arn = ExecutionArn) => CallAsync("DescribeExecution", new { executionArn = arn });

    /// <summary>The output of a machine of these states.</summary>
    private protected async Task<string?> OutputAsync(string states, string input = "{}")
    {
        var ended = await RunAsync(states, input);
        Assert.True((string?)ended["status"] == "SUCCEEDED", ended.ToJsonString());
        return (string?)ended["output"];
    }

    /// <summary>How a machine of these states fails: <c>Error: cause</c>.</summary>
    private protected async Task<string> FailureAsync(string states, string input = "{}")
    {
        var ended = await RunAsync(states, input);
        Assert.Equal("FAILED", (string?)ended["status"]);
        return $"{ended["error"]}: {ended["cause"]}";
    }

    private protected async Task<IReadOnlyList<JsonNode>> HistoryAsync(string arn = ExecutionArn)
    {
        var history = await CallAsync("GetExecutionHistory", new { executionArn = arn, maxResults = 1000 });
        return [.. history["events"]!.AsArray().Select(one => one!)];
    }

    /// <summary>The history as <c>id previous type</c>.</summary>
    private protected async Task<IReadOnlyList<string>> EventsAsync(string arn = ExecutionArn) =>
        [.. (await HistoryAsync(arn)).Select(one => $"{one["id"]} {one["previousEventId"]} {one["type"]}")];

    private protected async Task<IReadOnlyList<string>> TypesAsync(string arn = ExecutionArn) =>
        [.. (await HistoryAsync(arn)).Select(one => (string)one["type"]!)];

    /// <summary>Returns once the history has so many events of a type.</summary>
    private protected Task UntilEventAsync(string type, int times = 1) =>
        UntilAsync(async () => (await TypesAsync()).Count(one => one == type) >= times);

    /// <summary>Returns once something is so; what never is fails the test.</summary>
    private protected static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
