using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Amazon.SQS.Model;

namespace LocalAws.Tests.Data;

public sealed class WhenSnsIsStartedAgain : DataSpec
{
    private const string Topic = "arn:aws:sns:us-east-1:000000000000:news";
    private const string Queue = "http://localhost/000000000000/queue";
    private const string QueueArn = "arn:aws:sqs:us-east-1:000000000000:queue";

    [Fact]
    public async Task Topics_and_subscriptions_are_as_they_were()
    {
        await CreateAsync();
        await CallAsync("AmazonSNS.SetTopicAttributes", new { TopicArn = Topic, AttributeName = "DisplayName", AttributeValue = "News" });
        await CallAsync("AmazonSNS.TagResource", new { ResourceArn = Topic, Tags = new[] { new { Key = "team", Value = "shop" } } });
        await SubscribeAsync("sqs", QueueArn, new { RawMessageDelivery = "true", FilterPolicy = """{"kind":["a"]}""" });
        var before = await DescribeAsync();

        await RestartAsync(TimeSpan.FromDays(1));

        Assert.Equal(before, await DescribeAsync());
    }

    [Fact]
    public async Task What_is_published_goes_where_it_went()
    {
        await Sqs.CreateQueueAsync("queue", Cancellation);
        await CreateAsync();
        await SubscribeAsync(
            "sqs",
            QueueArn,
            new { RawMessageDelivery = "true", FilterPolicyScope = "MessageBody", FilterPolicy = """{"kind":["a"]}""" });

        await RestartAsync();
        await PublishAsync("""{"kind":"a"}""");
        await PublishAsync("""{"kind":"b"}""");

        Assert.Equal("""{"kind":"a"}""", Assert.Single(await ReceiveAsync()).Body);
    }

    [Fact]
    public async Task A_message_for_an_endpoint_that_is_down_is_tried_again_and_dead_lettered_when_it_would_have_been()
    {
        await Sqs.CreateQueueAsync("queue", Cancellation);
        await CreateAsync();
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            await SubscribeAsync(
                "http",
                $"http://{listener.LocalEndpoint}/",
                new
                {
                    RedrivePolicy = $$"""{"deadLetterTargetArn":"{{QueueArn}}"}""",
                    DeliveryPolicy = """{"healthyRetryPolicy":{"numRetries":1,"minDelayTarget":600,"maxDelayTarget":600}}""",
                });
            await ConfirmAsync(listener);
        }

        await PublishAsync("hello");
        await UntilAsync<object>(async () =>
            System.Text.Encoding.UTF8.GetString(await SnapshotAsync()).Contains("\"Retries\":1", StringComparison.Ordinal) ? "" : null);

        await RestartAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(await ReceiveAsync());
        Time.Advance(TimeSpan.FromMinutes(5));

        var dead = await UntilAsync(async () => (await ReceiveAsync()).FirstOrDefault());
        Assert.Equal("hello", (string?)JsonNode.Parse(dead.Body)!["Message"]);
    }

    [Fact]
    public async Task A_subscription_that_was_ended_can_be_taken_back()
    {
        await CreateAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await SubscribeAsync("http", $"http://{listener.LocalEndpoint}/", new { });
        await ConfirmAsync(listener);
        var before = await DescribeAsync();
        var arn = (string)JsonNode.Parse(before.Split('\n')[0])!["Subscriptions"]![0]!["SubscriptionArn"]!;
        await CallAsync("AmazonSNS.Unsubscribe", new { SubscriptionArn = arn });
        var token = await ReadTokenAsync(listener);

        await RestartAsync();
        await CallAsync("AmazonSNS.ConfirmSubscription", new { TopicArn = Topic, Token = token });

        Assert.Equal(before.Replace("\"SubscriptionsDeleted\":\"0\"", "\"SubscriptionsDeleted\":\"1\"", StringComparison.Ordinal), await DescribeAsync());
    }

    private async Task ConfirmAsync(TcpListener listener) =>
        await CallAsync("AmazonSNS.ConfirmSubscription", new { TopicArn = Topic, Token = await ReadTokenAsync(listener) });

    private static async Task<string> ReadTokenAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(Cancellation);
        using var reader = new StreamReader(client.GetStream());
        var token = "";
        while (token.Length == 0)
        {
            var line = await reader.ReadLineAsync(Cancellation);
            token = line?.Contains("\"Token\"", StringComparison.Ordinal) == true ? line.Split('"')[3] : "";
        }

        return token;
    }

    private Task<JsonNode> CreateAsync() => CallAsync("AmazonSNS.CreateTopic", new { Name = "news" });

    private Task<JsonNode> SubscribeAsync(string protocol, string endpoint, object attributes) => CallAsync(
        "AmazonSNS.Subscribe", new { TopicArn = Topic, Protocol = protocol, Endpoint = endpoint, Attributes = attributes });

    private Task<JsonNode> PublishAsync(string message) => CallAsync("AmazonSNS.Publish", new { TopicArn = Topic, Message = message });

    private async Task<string> DescribeAsync()
    {
        var subscriptions = await CallAsync("AmazonSNS.ListSubscriptionsByTopic", new { TopicArn = Topic });
        var arn = (string?)subscriptions["Subscriptions"]![0]!["SubscriptionArn"];
        JsonNode[] all =
        [
            subscriptions,
            await CallAsync("AmazonSNS.GetTopicAttributes", new { TopicArn = Topic }),
            await CallAsync("AmazonSNS.GetSubscriptionAttributes", new { SubscriptionArn = arn }),
            await CallAsync("AmazonSNS.ListTagsForResource", new { ResourceArn = Topic }),
        ];
        return string.Join('\n', all.Select(one => one.ToJsonString()));
    }

    private async Task<List<Message>> ReceiveAsync() => (await Sqs.ReceiveMessageAsync(
        new ReceiveMessageRequest(Queue) { MessageAttributeNames = ["All"] }, Cancellation)).Messages ?? [];
}
