using System.Net;

namespace LocalAws.Tests.Http;

public sealed class WhenNoOperationHasTheName : HttpSpec
{
    [Fact]
    public async Task The_error_names_what_is_supported()
    {
        using var response = await CallAsync("AmazonSQS.GrantWishes", "{}");

        var error = await JsonAsync(response);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("com.amazon.coral.service#UnknownOperationException", (string?)error["__type"]);
        Assert.StartsWith("LocalAws has no operation AmazonSQS.GrantWishes. Supported: ", (string?)error["message"]);
    }

    [Fact]
    public async Task An_unknown_service_is_told_the_services()
    {
        using var response = await CallAsync("Kinesis_20131202.PutRecord", "{}");

        Assert.Contains("AmazonSQS, AWSEvents, DynamoDB_20120810", (string?)(await JsonAsync(response))["message"]);
    }

    [Fact]
    public async Task A_request_without_a_target_is_told_so()
    {
        using var response = await CallAsync(target: null, "{}");

        Assert.Contains("no X-Amz-Target header", (string?)(await JsonAsync(response))["message"]);
    }

    [Fact]
    public async Task Nothing_is_counted()
    {
        using var response = await CallAsync("AmazonSQS.GrantWishes", "{}");

        Assert.Empty(Server.Calls);
    }
}
