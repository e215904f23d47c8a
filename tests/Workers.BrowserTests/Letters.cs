using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Workers.BrowserTests;

/// <summary>Messages and dead letters for specs.</summary>
internal static class Letters
{
    /// <summary>EventBridge's envelope of an Inventory Reserved.</summary>
    public static string Reserved(string orderId) => Envelope("ecommerce.inventory", "Inventory Reserved", orderId, new JsonObject
    {
        ["orderId"] = orderId,
        ["customerId"] = "CUST-1",
        ["amount"] = 59.98,
        ["items"] = new JsonArray(new JsonObject { ["productId"] = "LAPTOP-001", ["quantity"] = 1 }),
        ["reservedAt"] = "2026-01-15T10:00:00Z",
    });

    public static string Envelope(string source, string detailType, string orderId, JsonObject detail)
    {
        detail["metadata"] = new JsonObject { ["eventId"] = $"event-of-{orderId}", ["eventVersion"] = "1.0", ["correlationId"] = $"chain-of-{orderId}" };
        return new JsonObject
        {
            ["version"] = "0",
            ["id"] = $"envelope-of-{orderId}",
            ["source"] = source,
            ["detail-type"] = detailType,
            ["account"] = "000000000000",
            ["time"] = "2026-01-15T10:00:00Z",
            ["region"] = "us-east-1",
            ["resources"] = new JsonArray(),
            ["detail"] = detail,
        }.ToJsonString();
    }

    /// <summary>Puts a dead letter into a queue as the engine does.</summary>
    public static Task PutAsync(IAmazonSQS sqs, string url, string body, string reason) =>
        sqs.SendMessageAsync(new SendMessageRequest(url, body) { MessageAttributes = Attributes(reason) });

    /// <summary>Puts many, ten a call and eight calls at once.</summary>
    public static Task PutAsync(IAmazonSQS sqs, string url, int count, Func<int, (string Body, string Reason)> letter) =>
        Parallel.ForEachAsync(
        Enumerable.Range(0, count).Chunk(10),
        new ParallelOptions { MaxDegreeOfParallelism = 8 },
        async (numbers, cancellationToken) => await sqs.SendMessageBatchAsync(
            url,
            [
                .. numbers.Select((number, index) =>
                {
                    var (body, reason) = letter(number);
                    return new SendMessageBatchRequestEntry(index.ToString(CultureInfo.InvariantCulture), body) { MessageAttributes = Attributes(reason) };
                }),
            ],
            cancellationToken));

    private static Dictionary<string, MessageAttributeValue> Attributes(string reason) => new()
    {
        ["Reason"] = new() { DataType = "String", StringValue = reason },
        ["ExceptionType"] = new() { DataType = "String", StringValue = "System.InvalidOperationException" },
    };
}
