using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using LocalAws.Faults;
using LocalAws.Tests.Http;

namespace LocalAws.Tests.Sns;

/// <summary>Topics among the other services of one server, by the query protocol.</summary>
public sealed class WhenTheServerHasTopics : HttpSpec
{
    private const string TopicArn = "arn:aws:sns:us-east-1:000000000000:news";
    private const string QueueArn = "arn:aws:sqs:us-east-1:000000000000:told";

    private static readonly XNamespace Sns = "http://sns.amazonaws.com/doc/2010-03-31/";

    [Fact]
    public async Task What_is_published_by_a_form_reaches_a_queue()
    {
        var queue = await RouteAsync(("Attributes.entry.1.key", "FilterPolicy"), ("Attributes.entry.1.value", """{"kind":["a"]}"""));

        await QueryAsync("Publish", ("TopicArn", TopicArn), ("Message", "no"));
        var answer = await QueryAsync(
            "Publish",
            ("TopicArn", TopicArn),
            ("Message", "yes"),
            ("MessageAttributes.entry.1.Name", "kind"),
            ("MessageAttributes.entry.1.Value.DataType", "String"),
            ("MessageAttributes.entry.1.Value.StringValue", "a"));

        var body = JsonNode.Parse(await ReceiveAsync(queue))!;
        Assert.Equal("yes", (string?)body["Message"]);
        Assert.Equal(answer.Element(Sns + "PublishResult")!.Element(Sns + "MessageId")!.Value, (string?)body["MessageId"]);
        Assert.Equal(2, Server.Calls["sns.Publish"]);
    }

    [Fact]
    public async Task Lists_and_maps_are_answered_in_XML()
    {
        await QueryAsync("CreateTopic", ("Name", "news"), ("Tags.member.1.Key", "a"), ("Tags.member.1.Value", "b"));

        var topics = await QueryAsync("ListTopics");
        var attributes = await QueryAsync("GetTopicAttributes", ("TopicArn", TopicArn));
        var tags = await QueryAsync("ListTagsForResource", ("ResourceArn", TopicArn));

        Assert.Equal(TopicArn, topics.Descendants(Sns + "member").Single().Element(Sns + "TopicArn")!.Value);
        Assert.Contains(attributes.Descendants(Sns + "entry"), entry =>
            (entry.Element(Sns + "key")!.Value, entry.Element(Sns + "value")!.Value) == ("Owner", "000000000000"));
        Assert.Equal("b", tags.Descendants(Sns + "Value").Single().Value);
    }

    [Fact]
    public async Task Refusals_are_XML_too()
    {
        using var form = Form("GetTopicAttributes", ("TopicArn", TopicArn));
        using var response = await PostAsync("/", form);

        var error = XElement.Parse(await response.Content.ReadAsStringAsync(Cancellation)).Element(Sns + "Error")!;
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(("Sender", "NotFound"), (error.Element(Sns + "Type")!.Value, error.Element(Sns + "Code")!.Value));
    }

    [Theory]
    [InlineData("CreatePlatformApplication")]
    [InlineData("SetSMSAttributes")]
    public async Task What_it_has_not_is_refused_with_what_it_has(string action)
    {
        using var form = Form(action);
        using var response = await PostAsync("/", form);

        var answer = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("InvalidAction", answer);
        Assert.Contains($"LocalAws has no operation AmazonSNS.{action}. Supported: AddPermission, ConfirmSubscription", answer);
    }

    [Fact]
    public async Task A_link_of_a_notification_ends_its_subscription()
    {
        var queue = await RouteAsync();
        await QueryAsync("Publish", ("TopicArn", TopicArn), ("Message", "m"));
        var link = new Uri((string)JsonNode.Parse(await ReceiveAsync(queue))!["UnsubscribeURL"]!);

        using var response = await GetAsync(link.PathAndQuery);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Empty((await QueryAsync("ListSubscriptions")).Descendants(Sns + "member"));
    }

    [Fact]
    public async Task The_fields_may_stand_in_the_address_of_a_post()
    {
        await QueryAsync("CreateTopic", ("Name", "news"));

        using var nothing = new StringContent("");
        using var response = await PostAsync($"/?Action=Publish&TopicArn={TopicArn}&Message=m&Version=2010-03-31", nothing);

        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task An_answer_without_members_has_no_result()
    {
        await QueryAsync("CreateTopic", ("Name", "news"));

        Assert.Null((await QueryAsync("DeleteTopic", ("TopicArn", $"{TopicArn}2"))).Element(Sns + "DeleteTopicResult"));
        Assert.NotNull((await QueryAsync("UntagResource", ("ResourceArn", TopicArn), ("TagKeys", ""))).Element(Sns + "UntagResourceResult"));
    }

    [Fact]
    public async Task A_page_of_another_site_may_send_no_form()
    {
        using var form = Form("CreateTopic", ("Name", "news"));
        using var request = new HttpRequestMessage(HttpMethod.Post, Server.Endpoint) { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var response = await SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task An_event_that_matches_is_published_transformed()
    {
        var queue = await RouteAsync(("Attributes.entry.1.key", "RawMessageDelivery"), ("Attributes.entry.1.value", "true"));
        await RuleAsync(new
        {
            Id = "t",
            Arn = TopicArn,
            InputTransformer = new { InputPathsMap = new { id = "$.detail.id" }, InputTemplate = "\"order <id>\"" },
        });

        await PutEventAsync();

        Assert.Equal("\"order o-1\"", await ReceiveAsync(queue));
    }

    [Fact]
    public async Task An_event_is_dead_lettered_where_the_topics_policy_does_not_let_it_in()
    {
        var queue = await QueueAsync("dead");
        await RouteAsync();
        const string Policy = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"sns:Publish","Resource":"*"}]}
            """;
        await QueryAsync("SetTopicAttributes", ("TopicArn", TopicArn), ("AttributeName", "Policy"), ("AttributeValue", Policy));
        await RuleAsync(new { Id = "t", Arn = TopicArn, DeadLetterConfig = new { Arn = "arn:aws:sqs:us-east-1:000000000000:dead" } });

        await PutEventAsync();

        Assert.Contains("o-1", await ReceiveAsync(queue));
    }

    [Fact]
    public async Task A_queues_policy_decides_which_topics_may_send()
    {
        var queue = await RouteAsync();
        const string Policy = $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage",
            "Resource":"{{QueueArn}}","Condition":{"ArnEquals":{"aws:SourceArn":"{{TopicArn}}"} } }]}
            """;
        await AskAsync("AmazonSQS.SetQueueAttributes", new { QueueUrl = queue, Attributes = new { Policy } });
        await QueryAsync("CreateTopic", ("Name", "other"));
        await QueryAsync("Subscribe", ("TopicArn", TopicArn.Replace("news", "other", StringComparison.Ordinal)), ("Protocol", "sqs"), ("Endpoint", QueueArn));

        await QueryAsync("Publish", ("TopicArn", TopicArn.Replace("news", "other", StringComparison.Ordinal)), ("Message", "other"));
        await QueryAsync("Publish", ("TopicArn", TopicArn), ("Message", "news"));

        Assert.Equal("news", (string?)JsonNode.Parse(await ReceiveAsync(queue))!["Message"]);
    }

    [Fact]
    public async Task Faults_strike_its_calls_and_a_reset_forgets_its_topics()
    {
        await QueryAsync("CreateTopic", ("Name", "news"));
        Server.Faults.Set(1, new FaultRule("sns.ListTopics", FaultKind.Throttle) { Times = 1 });

        using var form = Form("ListTopics");
        using var throttled = await PostAsync("/", form);
        Server.Reset();

        Assert.Equal(HttpStatusCode.TooManyRequests, throttled.StatusCode);
        Assert.Empty((await QueryAsync("ListTopics")).Descendants(Sns + "member"));
        using var health = await GetAsync("/_local/health");
        Assert.Contains("PublishBatch", (await JsonAsync(health))["services"]!["sns"]!.AsArray().Select(one => (string?)one));
    }

    [Theory]
    [InlineData("Tags.member.x.Key", "a")]
    [InlineData("Tags", "a")]
    [InlineData("Name.Name", "a")]
    [InlineData("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r", "a")]
    public async Task A_form_that_makes_no_sense_is_refused(string name, string value)
    {
        using var form = Form("CreateTopic", ("Name", "news"), (name, value));
        using var response = await PostAsync("/", form);

        Assert.InRange((int)response.StatusCode, 400, 499);
    }

    private async Task<string> RouteAsync(params (string, string)[] attributes)
    {
        var queue = await QueueAsync("told");
        await QueryAsync("CreateTopic", ("Name", "news"));
        await QueryAsync("Subscribe", [("TopicArn", TopicArn), ("Protocol", "sqs"), ("Endpoint", QueueArn), .. attributes]);
        return queue;
    }

    private async Task<string> QueueAsync(string name) => (string)(await AskAsync("AmazonSQS.CreateQueue", new { QueueName = name }))["QueueUrl"]!;

    private async Task RuleAsync(object target)
    {
        await AskAsync("AWSEvents.PutRule", new { Name = "r", EventPattern = """{"source":["shop"]}""" });
        await AskAsync("AWSEvents.PutTargets", new { Rule = "r", Targets = new[] { target } });
    }

    private Task<JsonNode> PutEventAsync() => AskAsync(
        "AWSEvents.PutEvents", new { Entries = new[] { new { Source = "shop", DetailType = "t", Detail = """{"id":"o-1"}""" } } });

    private async Task<string> ReceiveAsync(string queue)
    {
        var received = await AskAsync("AmazonSQS.ReceiveMessage", new { QueueUrl = queue, WaitTimeSeconds = 20 });
        return (string)received["Messages"]![0]!["Body"]!;
    }

    private async Task<XElement> QueryAsync(string action, params (string Name, string Value)[] fields)
    {
        using var form = Form(action, fields);
        using var response = await PostAsync("/", form);
        var answer = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, answer);
        return XElement.Parse(answer);
    }

    private static FormUrlEncodedContent Form(string action, params (string Name, string Value)[] fields) => new(
        fields.Append(("Action", action)).Append(("Version", "2010-03-31")).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));

    private async Task<JsonNode> AskAsync(string target, object request)
    {
        using var response = await CallAsync(target, JsonSerializer.Serialize(request));
        var answer = await JsonAsync(response);
        Assert.True(response.IsSuccessStatusCode, answer.ToJsonString());
        return answer;
    }
}
