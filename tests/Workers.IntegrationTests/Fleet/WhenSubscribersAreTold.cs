using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.SQS.Model;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Fleet;

/// <summary>Notifications go out on the channel of the topic, to which a queue is subscribed that wants what is urgent.</summary>
public sealed class WhenSubscribersAreTold : IAsyncLifetime
{
    private readonly AwsEndpoint _endpoint;
    private readonly RunningFleet _fleet;
    private string _queue = "";

    public WhenSubscribersAreTold(AwsEndpoint endpoint)
    {
        _endpoint = endpoint;
        _fleet = new(endpoint);
        _fleet.RequireTransactions();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _fleet.Settings["Workers:Notification:Templates:order-received:0"] = "sns";
        _fleet.Settings["Workers:Notification:Templates:high-value-order:0"] = "sns";
        await _fleet.InitializeAsync();
        _queue = (await _endpoint.Clients.Sqs.CreateQueueAsync($"{_fleet.Prefix}on-call", Cancellation)).QueueUrl;
        var arn = (await _endpoint.Clients.Sqs.GetQueueAttributesAsync(_queue, ["QueueArn"], Cancellation)).QueueARN;
        await _endpoint.Clients.Sqs.SetQueueAttributesAsync(_queue, new() { ["Policy"] = PolicyFor(arn) }, Cancellation);
        await _endpoint.Clients.Sns.SubscribeAsync(
            new()
            {
                TopicArn = _fleet.TopicArn,
                Protocol = "sqs",
                Endpoint = arn,
                Attributes = new() { ["FilterPolicy"] = """{"priority":["urgent"],"orderId":[{"exists":true}]}""" },
            },
            Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _endpoint.Clients.Sqs.DeleteQueueAsync(_queue, CancellationToken.None);
        await _fleet.DisposeAsync();
    }

    [Fact]
    public async Task Each_gets_what_it_filters_by()
    {
        await _fleet.StockAsync("laptop", 10);

        await _fleet.PlaceAsync("ORD-SMALL", "laptop", amount: 10m);
        await _fleet.PlaceAsync("ORD-LARGE", "laptop", amount: 150m);

        await Eventually.TrueAsync("both orders are told of, one twice", async () =>
            (await _fleet.NotificationsAsync("order-received")).Count == 2 && (await _fleet.NotificationsAsync("high-value-order")).Count == 1);
        var received = await _endpoint.Clients.Sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest(_queue) { WaitTimeSeconds = 20, MaxNumberOfMessages = 10 }, Cancellation);
        var notification = JsonNode.Parse(Assert.Single(received.Messages).Body)!;
        Assert.Contains("ORD-LARGE", (string?)notification["Message"], StringComparison.Ordinal);
        Assert.Equal(("high-value-order", "ORD-LARGE"), (Attribute(notification, "template"), Attribute(notification, "orderId")));
        Assert.StartsWith("high-value-order#sns#", Attribute(notification, "notificationId"), StringComparison.Ordinal);
    }

    private static string Attribute(JsonNode notification, string name) => (string)notification["MessageAttributes"]![name]!["Value"]!;

    private string PolicyFor(string queueArn) => JsonSerializer.Serialize(new
    {
        Version = "2012-10-17",
        Statement = new
        {
            Effect = "Allow",
            Principal = new { Service = "sns.amazonaws.com" },
            Action = "sqs:SendMessage",
            Resource = queueArn,
            Condition = new { ArnEquals = new Dictionary<string, string> { ["aws:SourceArn"] = _fleet.TopicArn } },
        },
    });
}
