using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.SimpleNotificationService.Model;
using Amazon.SQS.Model;

namespace LocalAws.Tests.Conformance.Sns;

public sealed class WhenMessagesArePublished(ConformanceEndpoint endpoint)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_queue_gets_them_wrapped()
    {
        var route = await RouteAsync();

        var published = await endpoint.Sns.PublishAsync(
            new() { TopicArn = route.Topic, Message = "hello", Subject = "Hi", MessageAttributes = Kind("greeting") }, Cancellation);

        var body = JsonNode.Parse((await ReceiveAsync(route.Queue)).Body)!;
        Assert.Equal(
            ("Notification", published.MessageId, route.Topic, "Hi", "hello"),
            ((string)body["Type"]!, (string)body["MessageId"]!, (string)body["TopicArn"]!, (string)body["Subject"]!, (string)body["Message"]!));
        Assert.Equal("""{"Type":"String","Value":"greeting"}""", body["MessageAttributes"]!["kind"]!.ToJsonString());
        foreach (var member in (string[])["Timestamp", "SignatureVersion", "Signature", "SigningCertURL", "UnsubscribeURL"])
        {
            Assert.NotNull(body[member]);
        }
    }

    [Fact]
    public async Task A_queue_that_wants_them_raw_gets_them_as_they_are()
    {
        var route = await RouteAsync(("RawMessageDelivery", "true"));

        await PublishAsync(route.Topic, "hello", Kind("greeting"));

        var message = await ReceiveAsync(route.Queue);
        Assert.Equal(("hello", "greeting"), (message.Body, message.MessageAttributes["kind"].StringValue));
    }

    [Fact]
    public async Task Each_protocol_gets_its_own_text()
    {
        var route = await RouteAsync(("RawMessageDelivery", "true"));

        await endpoint.Sns.PublishAsync(
            new() { TopicArn = route.Topic, MessageStructure = "json", Message = """{"default":"d","sqs":"s"}""" }, Cancellation);

        Assert.Equal("s", (await ReceiveAsync(route.Queue)).Body);
    }

    [Theory]
    [InlineData("""{"kind":["b"]}""")]
    [InlineData("""{"kind":[{"prefix":"b"}]}""")]
    [InlineData("""{"kind":[{"suffix":"b"}]}""")]
    [InlineData("""{"kind":[{"anything-but":["a"]}]}""")]
    [InlineData("""{"kind":["x","b"],"none":[{"exists":false}]}""")]
    [InlineData("""{"$or":[{"kind":["b"]},{"other":["b"]}]}""")]
    public Task A_subscription_gets_what_it_filters_by_attributes(string policy) => AssertGetsOnlyOfKindBAsync(policy);

    [Fact]
    public Task A_subscription_may_ignore_case()
    {
        Differences.FilterIgnoringCase.Skip(endpoint);
        return AssertGetsOnlyOfKindBAsync("""{"kind":[{"equals-ignore-case":"B"}]}""");
    }

    [Fact]
    public async Task A_subscription_gets_what_it_filters_by_the_body()
    {
        var route = await RouteAsync(
            ("RawMessageDelivery", "true"),
            ("FilterPolicyScope", "MessageBody"),
            ("FilterPolicy", """{"order":{"total":[{"numeric":[">=",100]}]}}"""));

        await PublishAsync(route.Topic, """{"order":{"total":99}}""");
        await PublishAsync(route.Topic, """{"order":{"total":100}}""");

        Assert.Equal("""{"order":{"total":100}}""", (await ReceiveAsync(route.Queue)).Body);
    }

    [Theory]
    [InlineData("""{"a":"b"}""")]
    [InlineData("""{"a":[{"like":"b"}]}""")]
    [InlineData("""{"a":{"b":["c"]}}""")]
    public async Task A_filter_policy_that_is_none_is_refused(string policy) =>
        await Assert.ThrowsAsync<InvalidParameterException>(() => RouteAsync(("FilterPolicy", policy)));

    [Fact]
    public async Task A_filter_policy_that_is_no_JSON_is_refused()
    {
        Differences.MalformedFilter.Skip(endpoint);
        await Assert.ThrowsAsync<InvalidParameterException>(() => RouteAsync(("FilterPolicy", "not JSON")));
    }

    [Fact]
    public async Task Without_a_queue_they_go_to_the_dead_letters()
    {
        Differences.SubscriptionDeadLetters.Skip(endpoint);
        var dead = await endpoint.CreateQueueAsync();
        var arn = await endpoint.ArnOfQueueAsync(dead);
        var topic = await CreateTopicAsync();
        await endpoint.Sqs.SetQueueAttributesAsync(dead, new() { ["Policy"] = PolicyFor(arn, topic) }, Cancellation);
        await endpoint.Sns.SubscribeAsync(
            new()
            {
                TopicArn = topic,
                Protocol = "sqs",
                Endpoint = $"{arn}-missing",
                Attributes = new() { ["RedrivePolicy"] = $$"""{"deadLetterTargetArn":"{{arn}}"}""" },
            },
            Cancellation);

        await PublishAsync(topic, "m");

        Assert.Equal("m", (string?)JsonNode.Parse((await ReceiveAsync(dead)).Body)!["Message"]);
    }

    [Theory]
    [InlineData("", null, null)]
    [InlineData("m", "a\nb", null)]
    [InlineData("m", null, "json")]
    [InlineData("{}", null, "json")]
    public async Task What_is_no_message_is_refused(string message, string? subject, string? structure)
    {
        Differences.PublishedMessages.Skip(endpoint);
        var topic = await CreateTopicAsync();

        await Assert.ThrowsAsync<InvalidParameterException>(() => endpoint.Sns.PublishAsync(
            new() { TopicArn = topic, Message = message, Subject = subject, MessageStructure = structure }, Cancellation));
    }

    [Fact]
    public async Task A_message_has_at_most_256_KiB()
    {
        var topic = await CreateTopicAsync();

        await PublishAsync(topic, new string('x', 262_144));

        await Assert.ThrowsAsync<InvalidParameterException>(() => PublishAsync(topic, new string('x', 262_145)));
    }

    [Fact]
    public async Task A_mail_address_has_to_confirm()
    {
        var topic = await CreateTopicAsync();

        var answer = await endpoint.Sns.SubscribeAsync(
            new() { TopicArn = topic, Protocol = "email", Endpoint = "nobody@example.com" }, Cancellation);

        Differences.MailConfirmation.Skip(endpoint);
        Assert.Equal("pending confirmation", answer.SubscriptionArn);
    }

    private async Task AssertGetsOnlyOfKindBAsync(string policy)
    {
        var route = await RouteAsync(("RawMessageDelivery", "true"), ("FilterPolicy", policy));

        await PublishAsync(route.Topic, "no", Kind("a"));
        await PublishAsync(route.Topic, "yes", Kind("b"));

        Assert.Equal("yes", (await ReceiveAsync(route.Queue)).Body);
    }

    private async Task<(string Topic, string Queue)> RouteAsync(params (string Name, string Value)[] attributes)
    {
        var topic = await CreateTopicAsync();
        var queue = await endpoint.CreateQueueAsync();
        var arn = await endpoint.ArnOfQueueAsync(queue);
        await endpoint.Sqs.SetQueueAttributesAsync(queue, new() { ["Policy"] = PolicyFor(arn, topic) }, Cancellation);
        await endpoint.Sns.SubscribeAsync(
            new()
            {
                TopicArn = topic,
                Protocol = "sqs",
                Endpoint = arn,
                Attributes = attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value),
            },
            Cancellation);
        return (topic, queue);
    }

    private async Task<string> CreateTopicAsync()
    {
        var topic = (await endpoint.Sns.CreateTopicAsync(new() { Name = endpoint.Name("topic") }, Cancellation)).TopicArn;
        endpoint.After(() => endpoint.Sns.DeleteTopicAsync(new() { TopicArn = topic }, CancellationToken.None));
        return topic;
    }

    private Task<PublishResponse> PublishAsync(
        string topic, string message, Dictionary<string, Amazon.SimpleNotificationService.Model.MessageAttributeValue>? attributes = null) =>
        endpoint.Sns.PublishAsync(new() { TopicArn = topic, Message = message, MessageAttributes = attributes }, Cancellation);

    private static Dictionary<string, Amazon.SimpleNotificationService.Model.MessageAttributeValue> Kind(string kind) =>
        new() { ["kind"] = new() { DataType = "String", StringValue = kind } };

    private async Task<Message> ReceiveAsync(string queue) => Assert.Single((await endpoint.Sqs.ReceiveMessageAsync(
        new ReceiveMessageRequest(queue) { WaitTimeSeconds = 20, MessageAttributeNames = ["All"] }, Cancellation)).Messages);

    private static string PolicyFor(string queueArn, string topicArn) => JsonSerializer.Serialize(new
    {
        Version = "2012-10-17",
        Statement = new
        {
            Effect = "Allow",
            Principal = new { Service = "sns.amazonaws.com" },
            Action = "sqs:SendMessage",
            Resource = queueArn,
            Condition = new { ArnEquals = new Dictionary<string, string> { ["aws:SourceArn"] = topicArn } },
        },
    });
}
