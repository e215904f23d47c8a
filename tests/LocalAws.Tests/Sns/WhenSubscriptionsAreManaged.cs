namespace LocalAws.Tests.Sns;

public sealed class WhenSubscriptionsAreManaged : SnsSpec
{
    [Fact]
    public async Task A_queue_is_subscribed_at_once_and_once()
    {
        await CreateAsync();

        var first = await SubscribeAsync();
        var second = await SubscribeAsync();

        Assert.StartsWith(TopicArn + ":", first);
        Assert.Equal(first, second);
        Assert.Equal("false", (string?)(await AttributesOfAsync(first))["PendingConfirmation"]);
        Assert.Equal(
            "InvalidParameter: Invalid parameter: Attributes Reason: Subscription already exists with different attributes",
            await RefusalAsync("Subscribe", new { TopicArn, Protocol = "sqs", Endpoint = QueueArn, Attributes = new { RawMessageDelivery = "true" } }));
    }

    [Theory]
    [InlineData("email", "a@example.com")]
    [InlineData("email-json", "a@example.com")]
    [InlineData("https", "https://example.com/hook")]
    public async Task Who_cannot_be_asked_here_stays_unconfirmed_and_is_listed(string protocol, string endpoint)
    {
        await CreateAsync();
        var answer = await CallAsync("Subscribe", new { TopicArn, Protocol = protocol, Endpoint = endpoint });

        await PublishAsync("m");

        var listed = Assert.Single((await CallAsync("ListSubscriptionsByTopic", new { TopicArn }))["Subscriptions"]!.AsArray())!;
        Assert.Equal("pending confirmation", (string?)answer["SubscriptionArn"]);
        Assert.Equal(("PendingConfirmation", endpoint), ((string)listed["SubscriptionArn"]!, (string)listed["Endpoint"]!));
        Assert.False(Endpoint.Posts.TryRead(out _));
    }

    [Theory]
    [InlineData("sqs", "q", "SQS endpoint ARN")]
    [InlineData("sqs", $"{QueueArn}.fifo", "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics")]
    [InlineData("http", "https://localhost/", "Endpoint must match the specified protocol")]
    [InlineData("email", "nobody", "Email address")]
    [InlineData("application", "x", "Protocol application is not supported by LocalAws: it has no platform applications.")]
    [InlineData("pigeon", "x", "Amazon SNS does not support this protocol string: pigeon")]
    public async Task An_endpoint_fits_its_protocol(string protocol, string endpoint, string reason)
    {
        await CreateAsync();

        Assert.Equal(
            $"InvalidParameter: Invalid parameter: {reason}",
            await RefusalAsync("Subscribe", new { TopicArn, Protocol = protocol, Endpoint = endpoint }));
    }

    [Theory]
    [InlineData("+12/34-567.890", true)]
    [InlineData("15550100000", true)]
    [InlineData("+15--550100000", false)]
    [InlineData("+15550100000.", false)]
    [InlineData("/+15550100000", false)]
    [InlineData("call me", false)]
    public async Task A_phone_is_subscribed_at_once_where_its_number_is_one(string number, bool isNumber)
    {
        await CreateAsync();

        if (isNumber)
        {
            Assert.StartsWith($"{TopicArn}:", (string?)(await CallAsync("Subscribe", new { TopicArn, Protocol = "sms", Endpoint = number }))["SubscriptionArn"]);
            return;
        }

        Assert.Equal(
            $"InvalidParameter: Invalid SMS endpoint: {number}",
            await RefusalAsync("Subscribe", new { TopicArn, Protocol = "sms", Endpoint = number }));
    }

    [Fact]
    public async Task The_topic_is_looked_for_before_the_endpoint() => Assert.Equal(
        "NotFound: Topic does not exist", await RefusalAsync("Subscribe", new { TopicArn, Protocol = "sqs", Endpoint = "q" }));

    [Fact]
    public async Task What_is_not_asked_for_may_be_as_it_wants()
    {
        await CreateAsync();
        var first = await SubscribeAsync(new { RawMessageDelivery = "TRUE" });

        Assert.Equal("true", (string?)(await AttributesOfAsync(first))["RawMessageDelivery"]);
        Assert.Equal(first, await SubscribeAsync(new { RawMessageDelivery = "true", FilterPolicyScope = "MessageAttributes" }));
        Assert.Equal(first, await SubscribeAsync(new { }));
    }

    [Theory]
    [InlineData("nothing", "SubscriptionArn Reason: An ARN must have at least 6 elements, not 1")]
    [InlineData(TopicArn, "SubscriptionId")]
    [InlineData(null, "SubscriptionArn Reason: no value for required parameter")]
    public async Task What_is_no_subscription_cannot_be_ended(string? arn, string reason) => Assert.Equal(
        $"InvalidParameter: Invalid parameter: {reason}", await RefusalAsync("Unsubscribe", new { SubscriptionArn = arn }));

    [Theory]
    [InlineData("FilterPolicyScope", "Body", "FilterPolicyScope: Invalid value [Body]. Please use either MessageBody or MessageAttributes")]
    [InlineData("RawMessageDelivery", "yes", "RawMessageDelivery: Invalid value [yes]. Must be true or false.")]
    [InlineData("RawMessageDelivery", "", "RawMessageDelivery: Invalid value []. Must be true or false.")]
    [InlineData("RedrivePolicy", "{", "RedrivePolicy: failed to parse JSON.")]
    [InlineData("RedrivePolicy", """{"deadLetterTargetArn":"dlq"}""", "RedrivePolicy: deadLetterTargetArn is an invalid arn")]
    [InlineData("DeliveryPolicy", "{}", "DeliveryPolicy: the protocol [sqs] has none")]
    [InlineData("ReplayPolicy", "{}", "ReplayPolicy is not supported by LocalAws: it has no FIFO topics.")]
    [InlineData("Unknown", "x", "AttributeName")]
    public async Task A_value_that_is_none_is_refused(string name, string value, string reason)
    {
        await CreateAsync();
        var arn = await SubscribeAsync();

        Assert.Equal(
            $"InvalidParameter: Invalid parameter: {reason}",
            await RefusalAsync("SetSubscriptionAttributes", new { SubscriptionArn = arn, AttributeName = name, AttributeValue = value }));
        Assert.Equal(
            $"InvalidParameter: Invalid parameter: Attributes Reason: {reason}",
            await RefusalAsync("Subscribe", new
            {
                TopicArn,
                Protocol = "sqs",
                Endpoint = DlqArn,
                Attributes = new Dictionary<string, string> { [name] = value },
            }));
    }

    [Fact]
    public async Task What_is_unsubscribed_gets_nothing_more_and_is_counted()
    {
        await CreateAsync();
        var arn = await SubscribeAsync();

        await CallAsync("Unsubscribe", new { SubscriptionArn = arn });
        await CallAsync("Unsubscribe", new { SubscriptionArn = arn });
        await PublishAsync("m");

        Assert.Empty(Queues.Delivered);
        Assert.Equal("1", (string?)(await AttributesOfTopicAsync())["SubscriptionsDeleted"]);
        Assert.Equal("NotFound: Subscription does not exist", await RefusalAsync("GetSubscriptionAttributes", new { SubscriptionArn = arn }));
    }
}
