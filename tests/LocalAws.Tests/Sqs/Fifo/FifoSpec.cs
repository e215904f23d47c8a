using System.Text.Json.Nodes;

namespace LocalAws.Tests.Sqs.Fifo;

/// <summary>FIFO queues. A message's group is the letter of its body: <c>a1</c> and <c>a2</c> are of the same.</summary>
public abstract class FifoSpec : SqsSpec
{
    private protected Task<string> CreateFifoAsync(string name = "orders.fifo", params (string Name, string Value)[] attributes) =>
        CreateAsync(name, attributes.Append(("FifoQueue", "true")).ToDictionary(pair => pair.Item1, pair => pair.Item2));

    /// <summary>Sends a message, whose deduplication id is its body unless told otherwise.</summary>
    private protected Task<JsonNode> SendFifoAsync(string queue, string body, string? group = null, string? id = null) =>
        CallAsync("SendMessage", Message(queue, body, group, id ?? body));

    private protected async Task SendAllAsync(string queue, params string[] bodies)
    {
        foreach (var body in bodies)
        {
            await SendFifoAsync(queue, body);
        }
    }

    private protected static object Message(string queue, string body, string? group, string? id) => new
    {
        QueueUrl = queue,
        MessageBody = body,
        MessageGroupId = group ?? body[..1],
        MessageDeduplicationId = id,
    };

    private protected async Task<JsonArray> TakeAsync(
        string queue, int most = 10, int? visibilityTimeout = null, string? attemptId = null) =>
        (JsonArray?)(await CallAsync("ReceiveMessage", new
        {
            QueueUrl = queue,
            MaxNumberOfMessages = most,
            VisibilityTimeout = visibilityTimeout,
            ReceiveRequestAttemptId = attemptId,
        }))["Messages"] ?? [];

    private protected async Task<IEnumerable<string>> TakeBodiesAsync(string queue, int most = 10, int? visibilityTimeout = null) =>
        Bodies(await TakeAsync(queue, most, visibilityTimeout));

    private protected Task<JsonNode> DeleteAsync(string queue, JsonNode? message) =>
        CallAsync("DeleteMessage", new { QueueUrl = queue, ReceiptHandle = Handle(message!) });

    private protected Task<JsonNode> HideAsync(string queue, JsonNode? message, int seconds) => CallAsync(
        "ChangeMessageVisibility", new { QueueUrl = queue, ReceiptHandle = Handle(message!), VisibilityTimeout = seconds });
}
