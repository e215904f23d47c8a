using System.Net;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;

namespace Workers.Tests.AwsServiceClients;

public sealed class WhenTheServiceRefuses : WireSpec
{
    [Theory]
    [InlineData("""{"__type":"com.amazonaws.events#ResourceNotFoundException","message":"No such rule."}""")]
    [InlineData("""{"__type":"ResourceNotFoundException","Message":"No such rule."}""")]
    [InlineData("""{"__type":"ResourceNotFoundException:http://internal.example/","message":"No such rule."}""")]
    [InlineData("""{"code":"ResourceNotFoundException","message":"No such rule."}""")]
    public async Task The_error_it_names_becomes_an_exception_of_that_name(string body)
    {
        Service.Answers(body, 400, ("x-amzn-query-error", "OnlySqsHasOne;Sender"));

        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            Events.DescribeRuleAsync(new DescribeRuleRequest(), Cancellation));

        Assert.Equal("ResourceNotFoundException", error.ErrorCode);
        Assert.Equal("No such rule.", error.Message);
        Assert.Equal(ErrorType.Unknown, error.ErrorType);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal("the-request-id", error.RequestId);
    }

    [Fact]
    public async Task An_error_without_a_type_of_its_own_keeps_its_code()
    {
        Service.Answers("""{"__type":"ValidationException","message":"Too long."}""", 400);

        var error = await Assert.ThrowsAsync<AmazonEventBridgeException>(() =>
            Events.ListRulesAsync(new ListRulesRequest(), Cancellation));

        Assert.Equal(("ValidationException", "Too long."), (error.ErrorCode, error.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    public async Task An_error_that_says_nothing_is_the_services_own(string body)
    {
        Service.Answers(body, 400);

        var error = await Assert.ThrowsAsync<AmazonEventBridgeException>(() =>
            Events.ListRulesAsync(new ListRulesRequest(), Cancellation));

        Assert.Null(error.ErrorCode);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
    }
}
