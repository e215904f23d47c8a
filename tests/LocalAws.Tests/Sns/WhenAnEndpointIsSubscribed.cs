using System.Net;
using System.Text.Json.Nodes;
using LocalAws.Sns.Deliveries;

namespace LocalAws.Tests.Sns;

public sealed class WhenAnEndpointIsSubscribed : SnsSpec
{
    [Fact]
    public async Task It_is_asked_and_gets_nothing_before_it_has_confirmed()
    {
        await CreateAsync();
        var arn = await SubscribeAsync(protocol: "http", endpoint: Url);
        await PublishAsync("too early");

        var post = await Endpoint.Posts.ReadAsync(Cancellation);
        var body = JsonNode.Parse(post.Body)!;
        var confirmed = await CallAsync("ConfirmSubscription", new { TopicArn, Token = (string?)body["Token"] });
        await PublishAsync("now");

        Assert.Equal(arn, (string?)confirmed["SubscriptionArn"]);
        Assert.Equal("SubscriptionConfirmation", post.Headers["x-amz-sns-message-type"]);
        Assert.Equal(
            $"http://localhost:4566/?Action=ConfirmSubscription&TopicArn={TopicArn}&Token={body["Token"]}", (string?)body["SubscribeURL"]);
        var notified = await Endpoint.Posts.ReadAsync(Cancellation);
        Assert.Equal("now", (string?)JsonNode.Parse(notified.Body)!["Message"]);
        Assert.Equal(("Notification", TopicArn, arn, "text/plain; charset=UTF-8"), (
            notified.Headers["x-amz-sns-message-type"],
            notified.Headers["x-amz-sns-topic-arn"],
            notified.Headers["x-amz-sns-subscription-arn"],
            notified.Headers["Content-Type"]));
    }

    [Theory]
    [InlineData("abc123", "Invalid parameter: Token")]
    [InlineData("guessed", "Invalid token")]
    public async Task Only_its_token_confirms_it(string token, string reason)
    {
        await CreateAsync();
        await SubscribeAsync(protocol: "http", endpoint: Url);

        Assert.Equal($"InvalidParameter: {reason}", await RefusalAsync("ConfirmSubscription", new { TopicArn, Token = token }));
    }

    [Theory]
    [InlineData("news")]
    [InlineData("arn:aws:sns:eu-west-1:000000000000:news")]
    public async Task Its_token_is_good_in_its_region_alone(string topic)
    {
        await CreateAsync();
        await SubscribeAsync(protocol: "http", endpoint: Url);
        var asked = JsonNode.Parse((await Endpoint.Posts.ReadAsync(Cancellation)).Body)!;

        Assert.Equal(
            "InvalidParameter: Invalid parameter: Topic",
            await RefusalAsync("ConfirmSubscription", new { TopicArn = topic, Token = (string?)asked["Token"] }));
    }

    [Fact]
    public async Task It_is_told_of_its_end_and_can_take_it_back()
    {
        await CreateAsync();
        var arn = await ConfirmAsync(new { });

        await CallAsync("Unsubscribe", new { SubscriptionArn = arn });
        var post = await Endpoint.Posts.ReadAsync(Cancellation);
        var body = JsonNode.Parse(post.Body)!;
        Assert.Empty((await CallAsync("ListSubscriptionsByTopic", new { TopicArn }))["Subscriptions"]!.AsArray());
        await CallAsync("ConfirmSubscription", new { TopicArn, Token = (string?)body["Token"] });

        Assert.Equal(
            ("UnsubscribeConfirmation", "UnsubscribeConfirmation", arn),
            ((string?)body["Type"], post.Headers["x-amz-sns-message-type"], post.Headers["x-amz-sns-subscription-arn"]));
        Assert.Equal("false", (string?)(await AttributesOfAsync(arn))["PendingConfirmation"]);
    }

    [Fact]
    public async Task It_gets_no_more_in_a_second_than_it_wants()
    {
        await CreateAsync();
        var arn = await ConfirmAsync(new { DeliveryPolicy = """{"throttlePolicy":{"maxReceivesPerSecond":1}}""" });

        await PublishAsync("1");
        await PublishAsync("2");
        await Endpoint.Posts.ReadAsync(Cancellation);
        var second = Endpoint.Posts.ReadAsync(Cancellation).AsTask();
        var isEarly = second.IsCompleted;
        await PassUntilAsync(() => second.IsCompleted);

        Assert.False(isEarly);
        Assert.Contains("\"maxReceivesPerSecond\":1", (string?)(await AttributesOfAsync(arn))["EffectiveDeliveryPolicy"]);
    }

    [Fact]
    public async Task It_gets_messages_raw_where_it_wants_them_so()
    {
        await CreateAsync();
        await ConfirmAsync(new { RawMessageDelivery = "true", DeliveryPolicy = """{"requestPolicy":{"headerContentType":"application/json"}}""" });

        await PublishAsync("{}");

        var post = await Endpoint.Posts.ReadAsync(Cancellation);
        Assert.Equal(("{}", "true", "application/json"), (post.Body, post.Headers["x-amz-sns-rawdelivery"], post.Headers["Content-Type"]));
    }

    [Fact]
    public async Task What_fails_is_tried_again_and_ends_among_the_dead_letters()
    {
        await CreateAsync();
        await ConfirmAsync(new
        {
            RedrivePolicy = $$"""{"deadLetterTargetArn":"{{DlqArn}}"}""",
            DeliveryPolicy = """{"healthyRetryPolicy":{"numRetries":2,"minDelayTarget":5,"maxDelayTarget":5}}""",
        });
        Endpoint.Answer = HttpStatusCode.InternalServerError;

        await PublishAsync("m");
        await PassUntilAsync(() => Queues.Delivered.Count == 1);

        Assert.Equal((3, "m"), (Endpoint.Posts.Count, (string?)JsonNode.Parse(Delivered.Body)!["Message"]));
    }

    [Fact]
    public async Task What_it_refuses_is_not_tried_again()
    {
        await CreateAsync();
        await ConfirmAsync(new { RedrivePolicy = $$"""{"deadLetterTargetArn":"{{DlqArn}}"}""" });
        Endpoint.Answer = HttpStatusCode.Forbidden;

        await PublishAsync("m");
        await PassUntilAsync(() => Queues.Delivered.Count == 1);

        Assert.Equal(1, Endpoint.Posts.Count);
    }

    [Theory]
    [InlineData("false", 1, "text/csv")]
    [InlineData("true", 3, "text/csv")]
    public void What_a_subscription_does_not_say_its_topic_does(string isFixed, int retries, string contentType)
    {
        var policy = DeliveryPolicy.Of(
            """{"healthyRetryPolicy":{"numRetries":1},"requestPolicy":null}""",
            $$$$"""{"http":{"disableSubscriptionOverrides":{{{{isFixed}}}},"defaultRequestPolicy":{"headerContentType":"text/csv"}}}""");

        Assert.Equal((retries, contentType), (policy.NumRetries, policy.ContentType));
    }

    [Theory]
    [InlineData("linear", "10 20 30")]
    [InlineData("arithmetic", "10 15 30")]
    [InlineData("geometric", "10 17 30")]
    public void Waits_grow_from_the_shortest_to_the_longest(string function, string expected)
    {
        var policy = new DeliveryPolicy
        {
            NumRetries = 5,
            MinDelayTarget = 10,
            MaxDelayTarget = 30,
            NumNoDelayRetries = 1,
            NumMaxDelayRetries = 1,
            BackoffFunction = function,
        };

        Assert.Equal($"0 {expected} 30", string.Join(' ', policy.Delays().Select(delay => (int)delay.TotalSeconds)));
    }

    [Theory]
    [InlineData("http://127.0.0.1/", true)]
    [InlineData("http://[::1]:80/", true)]
    [InlineData("http://localhost:9/", true)]
    [InlineData("http://localhost.example.com/", false)]
    [InlineData("http://10.0.0.1/", false)]
    public void Only_this_machine_is_reached(string endpoint, bool isReached) =>
        Assert.Equal(isReached, Loopback.Reaches(endpoint));

    private async Task<string> ConfirmAsync(object attributes)
    {
        var arn = await SubscribeAsync(attributes, "http", Url);
        var confirmation = await Endpoint.Posts.ReadAsync(Cancellation);
        await CallAsync("ConfirmSubscription", new { TopicArn, Token = (string?)JsonNode.Parse(confirmation.Body)!["Token"] });
        return arn;
    }

    /// <summary>Lets time pass until something has happened.</summary>
    private async Task PassUntilAsync(Func<bool> happened)
    {
        while (!happened())
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
            Cancellation.ThrowIfCancellationRequested();
        }
    }
}
