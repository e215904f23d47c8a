using System.Net;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;

namespace Workers.Tests.AwsServiceClients;

/// <summary>SNS speaks the query protocol: a form goes out, XML comes back.</summary>
public sealed class WhenSnsIsCalled : WireSpec
{
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:news";

    private AmazonSimpleNotificationServiceClient Sns => field ??= Use(
        new AmazonSimpleNotificationServiceClient(Credentials, Configure(new AmazonSimpleNotificationServiceConfig())));

    [Fact]
    public async Task A_message_goes_out_as_a_signed_form()
    {
        Service.Answers(Answer("Publish", "<MessageId>m-1</MessageId>"));

        var answer = await Sns.PublishAsync(
            new()
            {
                TopicArn = Topic,
                Message = "é&=+",
                Subject = "s",
                MessageAttributes = new() { ["priority"] = new() { DataType = "String", StringValue = "urgent" } },
            },
            Cancellation);

        Assert.Equal(("POST", "/"), (Service.Request.Method, Service.Request.Path));
        Assert.StartsWith("application/x-www-form-urlencoded", Service.Request["Content-Type"]);
        Assert.Contains("/eu-west-1/sns/aws4_request", Service.Request["Authorization"]);
        Assert.Equal(
            [
                "Action=Publish", "Message=é&=+", "MessageAttributes.entry.1.Name=priority",
                "MessageAttributes.entry.1.Value.DataType=String", "MessageAttributes.entry.1.Value.StringValue=urgent", "Subject=s",
                $"TopicArn={Topic}", "Version=2010-03-31",
            ],
            Fields());
        Assert.Equal(("m-1", "the-request-id"), (answer.MessageId, answer.ResponseMetadata.RequestId));
    }

    [Fact]
    public async Task Maps_and_lists_go_out_numbered_and_absent_members_not_at_all()
    {
        Service.Answers(Answer("CreateTopic", $"<TopicArn>{Topic}</TopicArn>"));

        var answer = await Sns.CreateTopicAsync(
            new() { Name = "news", Attributes = new() { ["a"] = "b" }, Tags = [new() { Key = "c", Value = "d" }] }, Cancellation);

        Assert.Equal(
            [
                "Action=CreateTopic", "Attributes.entry.1.key=a", "Attributes.entry.1.value=b", "Name=news", "Tags.member.1.Key=c",
                "Tags.member.1.Value=d", "Version=2010-03-31",
            ],
            Fields());
        Assert.Equal(Topic, answer.TopicArn);
    }

    [Fact]
    public async Task Maps_and_lists_come_back()
    {
        Service
            .Answers(Answer("GetTopicAttributes", "<Attributes><entry><key>Owner</key><value>1</value></entry></Attributes>"))
            .Answers(Answer("ListTagsForResource", "<Tags><member><Key>a</Key><Value>b</Value></member></Tags>"))
            .Answers(Answer("ListTopics", $"<Topics><member><TopicArn>{Topic}</TopicArn></member></Topics><NextToken>n</NextToken>"));

        var attributes = await Sns.GetTopicAttributesAsync(new() { TopicArn = Topic }, Cancellation);
        var tags = await Sns.ListTagsForResourceAsync(new() { ResourceArn = Topic }, Cancellation);
        var topics = await Sns.ListTopicsAsync(new(), Cancellation);

        Assert.Equal("1", attributes.Attributes["Owner"]);
        Assert.Equal(("a", "b"), (Assert.Single(tags.Tags).Key, tags.Tags[0].Value));
        Assert.Equal((Topic, "n"), (Assert.Single(topics.Topics).TopicArn, topics.NextToken));
    }

    [Theory]
    [InlineData("NotFound", 404, typeof(NotFoundException))]
    [InlineData("ResourceNotFound", 404, typeof(ResourceNotFoundException))]
    [InlineData("InvalidParameter", 400, typeof(InvalidParameterException))]
    [InlineData("ParameterValueInvalid", 400, typeof(InvalidParameterValueException))]
    [InlineData("AuthorizationError", 403, typeof(AuthorizationErrorException))]
    [InlineData("InternalError", 500, typeof(InternalErrorException))]
    [InlineData("KMSDisabled", 400, typeof(AmazonSimpleNotificationServiceException))]
    public async Task An_error_is_its_own_exception(string code, int status, Type expected)
    {
        Service.Answers($"""
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>{code}</Code>
            <Message>why</Message></Error><RequestId>r-2</RequestId></ErrorResponse>
            """, status);

        var error = await Record.ExceptionAsync(() => Sns.DeleteTopicAsync(new() { TopicArn = Topic }, Cancellation));

        var answer = Assert.IsAssignableFrom<AmazonSimpleNotificationServiceException>(error);
        Assert.IsType(expected, error);
        Assert.Equal((code, "why", "r-2", (HttpStatusCode)status), (answer.ErrorCode, answer.Message, answer.RequestId, answer.StatusCode));
    }

    [Fact]
    public async Task An_answer_that_is_no_XML_is_an_error_with_its_status()
    {
        Service.Answers("<html>Bad Gateway", 502);

        var error = await Assert.ThrowsAsync<AmazonSimpleNotificationServiceException>(
            () => Sns.DeleteTopicAsync(new() { TopicArn = Topic }, Cancellation));

        Assert.Equal(HttpStatusCode.BadGateway, error.StatusCode);
    }

    [Fact]
    public async Task What_is_throttled_is_tried_again()
    {
        var sns = Use(new AmazonSimpleNotificationServiceClient(Credentials, Configure(new AmazonSimpleNotificationServiceConfig(), retries: 1)));
        Service.Answers("<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>", 400).Answers(Answer("SetTopicAttributes", ""));

        await sns.SetTopicAttributesAsync(new() { TopicArn = Topic, AttributeName = "DisplayName", AttributeValue = "" }, Cancellation);

        Assert.Equal(2, Service.Requests.Count);
    }

    [Theory]
    [InlineData("eu-west-1", false, false, "https://sns.eu-west-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "https://sns-fips.us-east-1.amazonaws.com")]
    [InlineData("eu-west-1", false, true, "https://sns.eu-west-1.api.aws")]
    [InlineData("us-gov-west-1", true, false, "https://sns.us-gov-west-1.amazonaws.com")]
    public void Its_host_follows_from_the_region(string region, bool fips, bool dualStack, string expected)
    {
        var config = new AmazonSimpleNotificationServiceConfig
        {
            RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        };

        Assert.Equal(expected, config.DetermineServiceOperationEndpoint(new(new ListTopicsRequest())).URL.TrimEnd('/'));
    }

    private static string Answer(string operation, string result) => $"""
        <{operation}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><{operation}Result>{result}</{operation}Result>
        <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></{operation}Response>
        """;

    private IEnumerable<string> Fields() => Service.Request.Body.Split('&').Select(WebUtility.UrlDecode).Order(StringComparer.Ordinal)!;
}
