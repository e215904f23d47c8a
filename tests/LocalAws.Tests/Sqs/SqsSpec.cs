using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.Faults;
using LocalAws.Http;
using LocalAws.Sqs;
using Microsoft.Extensions.Time.Testing;

namespace LocalAws.Tests.Sqs;

/// <summary>The SQS service alone: requests and answers are the JSON of the wire, time is the test's.</summary>
public abstract class SqsSpec : IAsyncDisposable
{
    // Of real time: a receive that is never woken fails its spec instead of hanging it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private protected SqsSpec() => Sqs = new SqsService(new LocalAwsOptions { TimeProvider = Time });

    private protected FakeTimeProvider Time { get; } = new(Clock.Start);

    private protected SqsService Sqs { get; }

    /// <summary>What goes wrong with calls from now on.</summary>
    private protected RequestFaults? Faults { get; set; }

    /// <summary>The trace that calls belong to from now on.</summary>
    private protected string? TraceHeader { get; set; }

    /// <summary>The server's stop, as operations see it.</summary>
    private protected CancellationTokenSource Stop { get; } = new();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Sqs.DisposeAsync();
        Stop.Dispose();
    }

    private protected async Task<JsonNode> CallAsync(string operation, object request, string region = "us-east-1")
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request);
        var answer = new ArrayBufferWriter<byte>();
        await using var writer = new Utf8JsonWriter(answer);
        var aws = new AwsRequest(region, "http://localhost:4566", body) { Faults = Faults, TraceHeader = TraceHeader };
        await Sqs.Operations[operation](aws, writer, Stop.Token)
            .AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
        await writer.FlushAsync(TestContext.Current.CancellationToken);
        return JsonNode.Parse(answer.WrittenSpan)!;
    }

    private protected async Task<AwsException> RefusedAsync(string operation, object request) =>
        await Assert.ThrowsAsync<AwsException>(() => CallAsync(operation, request));

    private protected async Task<string> CreateAsync(string name, object? attributes = null) =>
        (string)(await CallAsync("CreateQueue", new { QueueName = name, Attributes = attributes ?? new { } }))["QueueUrl"]!;

    /// <summary>A queue whose messages go to the dead-letter queue after one receive.</summary>
    private protected Task<string> CreateWithDeadLettersAsync(string name, string deadLetterQueue, int maxReceiveCount = 1) =>
        CreateAsync(name, new
        {
            RedrivePolicy = JsonSerializer.Serialize(new { deadLetterTargetArn = Arn(deadLetterQueue), maxReceiveCount }),
        });

    private protected async Task<string> SendAsync(string queueUrl, string body, int? delaySeconds = null) =>
        (string)(await CallAsync("SendMessage", new { QueueUrl = queueUrl, MessageBody = body, DelaySeconds = delaySeconds }))["MessageId"]!;

    private protected async Task<JsonArray> ReceiveAsync(string queueUrl, int? visibilityTimeout = null, int? wait = null)
    {
        var request = new
        {
            QueueUrl = queueUrl,
            MaxNumberOfMessages = 10,
            VisibilityTimeout = visibilityTimeout,
            WaitTimeSeconds = wait,
            MessageSystemAttributeNames = Names("All"),
            MessageAttributeNames = Names("All"),
        };
        return (JsonArray?)(await CallAsync("ReceiveMessage", request))["Messages"] ?? [];
    }

    private protected async Task<JsonNode> ReceiveOneAsync(string queueUrl, int? visibilityTimeout = null) =>
        Assert.Single(await ReceiveAsync(queueUrl, visibilityTimeout))!;

    private protected async Task<JsonNode?> AttributesAsync(string queueUrl, params string[] names) =>
        (await CallAsync("GetQueueAttributes", new { QueueUrl = queueUrl, AttributeNames = names }))["Attributes"];

    /// <summary>Visible, in flight and delayed.</summary>
    private protected async Task<(int Visible, int InFlight, int Delayed)> CountsAsync(string queueUrl)
    {
        var attributes = (await AttributesAsync(queueUrl, "All"))!;
        return (Count(""), Count("NotVisible"), Count("Delayed"));

        int Count(string state) => int.Parse(
            (string)attributes[$"ApproximateNumberOfMessages{state}"]!, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A list of constants.</summary>
    private protected static string[] Names(params string[] names) => names;

    private protected static string Arn(string name) => $"arn:aws:sqs:us-east-1:000000000000:{name}";

    private protected static string Handle(JsonNode message) => (string)message["ReceiptHandle"]!;

    private protected static IEnumerable<string> Bodies(JsonArray messages) => messages.Select(message => (string)message!["Body"]!);

    private protected void Pass(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));
}
