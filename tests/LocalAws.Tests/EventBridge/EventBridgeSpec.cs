using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.EventBridge;
using LocalAws.Faults;
using LocalAws.Http;
using Microsoft.Extensions.Time.Testing;

namespace LocalAws.Tests.EventBridge;

/// <summary>The service on fake queues and a fake clock, called as the HTTP front calls it.</summary>
public abstract class EventBridgeSpec : IAsyncDisposable
{
    private protected const string QueueArn = "arn:aws:sqs:us-east-1:000000000000:q";
    private protected const string DlqArn = "arn:aws:sqs:us-east-1:000000000000:dlq";
    private protected const string OtherArn = "arn:aws:sqs:us-east-1:000000000000:other";
    private protected const string AnySource = """{"source":[{"prefix":""}]}""";

    private protected EventBridgeSpec(FakeTimeProvider? time = null)
    {
        Time = time ?? new FakeTimeProvider(Clock.Start);
        Service = new EventBridgeService(new LocalAwsOptions { TimeProvider = Time }, Queues);
    }

    private protected FakeTimeProvider Time { get; }

    private protected FakeQueues Queues { get; } = new();

    private protected EventBridgeService Service { get; }

    /// <summary>What goes wrong with calls from now on.</summary>
    private protected RequestFaults? Faults { get; set; }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Service.DisposeAsync();
    }

    /// <summary>Calls an operation with JSON, or with an object that is written as JSON.</summary>
    private protected async Task<JsonNode> CallAsync(string operation, object request, string region = "us-east-1")
    {
        var body = request as string ?? JsonSerializer.Serialize(request);
        var aws = new AwsRequest(region, "http://localhost", Encoding.UTF8.GetBytes(body)) { Faults = Faults };
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        await using (var writer = new Utf8JsonWriter(buffer, options))
        {
            await Service.Operations[operation](aws, writer, TestContext.Current.CancellationToken);
        }

        return JsonNode.Parse(buffer.WrittenSpan)!;
    }

    /// <summary>How an operation is refused: <c>Code: message</c>.</summary>
    private protected async Task<string> RefusalAsync(string operation, object request, string region = "us-east-1")
    {
        var exception = await Assert.ThrowsAsync<AwsException>(() => CallAsync(operation, request, region));
        return $"{exception.Code}: {exception.Message}";
    }

    /// <summary>Makes a rule with one target.</summary>
    private protected async Task RouteAsync(string rule, string pattern, object target, string? bus = null)
    {
        await CallAsync("PutRule", new { Name = rule, EventBusName = bus, EventPattern = pattern });
        await CallAsync("PutTargets", new { Rule = rule, EventBusName = bus, Targets = new[] { target } });
    }

    /// <summary>What an archive holds, as text; null when there is none of that name.</summary>
    private protected IReadOnlyList<string>? Archived(string name) => Service.Archive(name)?.Select(Encoding.UTF8.GetString).ToList();

    private protected Task<JsonNode> PutAsync(params object[] entries) => CallAsync("PutEvents", new { Entries = entries });

    private protected static object Entry(string detail = "{}", string source = "s", string detailType = "t", string? bus = null) =>
        new { Source = source, DetailType = detailType, Detail = detail, EventBusName = bus };
}
