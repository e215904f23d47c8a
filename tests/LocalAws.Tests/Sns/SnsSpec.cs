using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.Faults;
using LocalAws.Http;
using LocalAws.Sns;
using LocalAws.Sns.Deliveries;
using Microsoft.Extensions.Time.Testing;

namespace LocalAws.Tests.Sns;

/// <summary>The service on fake queues, a fake endpoint and a fake clock, called as the HTTP front calls it.</summary>
public abstract class SnsSpec : IAsyncDisposable
{
    private protected const string TopicArn = "arn:aws:sns:us-east-1:000000000000:news";
    private protected const string QueueArn = "arn:aws:sqs:us-east-1:000000000000:q";
    private protected const string DlqArn = "arn:aws:sqs:us-east-1:000000000000:dlq";
    private protected const string Url = "http://127.0.0.1:9/hook";

    private protected SnsSpec() => Service = new SnsService(new LocalAwsOptions { TimeProvider = Time }, Queues, Endpoint);

    private protected FakeTimeProvider Time { get; } = new(Clock.Start);

    private protected FakeTopicQueues Queues { get; } = new();

    private protected FakeEndpoint Endpoint { get; } = new();

    private protected SnsService Service { get; }

    /// <summary>What goes wrong with calls from now on.</summary>
    private protected RequestFaults? Faults { get; set; }

    /// <summary>The X-Ray trace of calls from now on.</summary>
    private protected string? Trace { get; set; }

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What the one queue has got.</summary>
    private protected QueueDelivery Delivered => Assert.Single(Queues.Delivered);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Service.DisposeAsync();
        Endpoint.Dispose();
    }

    private protected async Task<JsonNode> CallAsync(string operation, object request, string region = "us-east-1")
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request);
        var answer = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(answer))
        {
            var aws = new AwsRequest(region, "http://localhost:4566", body) { Faults = Faults, TraceHeader = Trace };
            await Service.Operations[operation](aws, writer, Cancellation);
        }

        return JsonNode.Parse(answer.WrittenSpan)!;
    }

    /// <summary>How an operation is refused: <c>Code: message</c>.</summary>
    private protected async Task<string> RefusalAsync(string operation, object request)
    {
        var exception = await Assert.ThrowsAsync<AwsException>(() => CallAsync(operation, request));
        return $"{exception.Code}: {exception.Message}";
    }

    private protected Task<JsonNode> CreateAsync(string name = "news") => CallAsync("CreateTopic", new { Name = name });

    /// <summary>Subscribes a queue, or another endpoint, to the topic and returns the subscription's ARN.</summary>
    private protected async Task<string> SubscribeAsync(object? attributes = null, string protocol = "sqs", string endpoint = QueueArn) =>
        (string)(await CallAsync("Subscribe", new
        {
            TopicArn,
            Protocol = protocol,
            Endpoint = endpoint,
            Attributes = attributes,
            ReturnSubscriptionArn = true,
        }))["SubscriptionArn"]!;

    private protected Task<JsonNode> PublishAsync(string message, object? attributes = null, string? subject = null) =>
        CallAsync("Publish", new { TopicArn, Message = message, MessageAttributes = attributes, Subject = subject });

    private protected async Task<JsonNode> AttributesOfTopicAsync() =>
        (await CallAsync("GetTopicAttributes", new { TopicArn }))["Attributes"]!;

    private protected async Task<JsonNode> AttributesOfAsync(string subscriptionArn) =>
        (await CallAsync("GetSubscriptionAttributes", new { SubscriptionArn = subscriptionArn }))["Attributes"]!;

    private protected static object Text(string value) => new { DataType = "String", StringValue = value };
}
