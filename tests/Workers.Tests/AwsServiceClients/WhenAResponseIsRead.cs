using System.Net;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;

namespace Workers.Tests.AwsServiceClients;

public sealed class WhenAResponseIsRead : WireSpec
{
    [Fact]
    public async Task What_the_service_leaves_out_is_null()
    {
        var put = await Events.PutEventsAsync(new PutEventsRequest(), Cancellation);

        Assert.Null(put.Entries);
        Assert.Null(put.FailedEntryCount);
    }

    [Fact]
    public async Task What_the_service_sends_empty_is_empty()
    {
        Service.Answers("""{"Targets":[{"Id":"","Arn":null,"InputTransformer":{"InputPathsMap":{}}}]}""");

        var listed = await Events.ListTargetsByRuleAsync(new ListTargetsByRuleRequest(), Cancellation);

        var target = Assert.Single(listed.Targets);
        Assert.Equal("", target.Id);
        Assert.Null(target.Arn);
        Assert.Empty(target.InputTransformer.InputPathsMap);
        Assert.Null(target.InputTransformer.InputTemplate);
    }

    [Fact]
    public async Task It_carries_its_request_id_status_and_length()
    {
        Service.Answers("""{"Name":"r"}""");

        var response = await Events.DescribeRuleAsync(new DescribeRuleRequest(), Cancellation);

        Assert.Equal("r", response.Name);
        Assert.Equal("the-request-id", response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        Assert.Equal(12, response.ContentLength);
    }

    [Fact]
    public async Task Members_it_does_not_know_are_passed_over()
    {
        Service.Answers("""{"New":{"Deep":[1,{"x":null}]},"Name":"r"}""");

        Assert.Equal("r", (await Events.DescribeRuleAsync(new DescribeRuleRequest(), Cancellation)).Name);
    }

    [Fact]
    public async Task Times_are_utc()
    {
        Service.Answers("""{"CreationTime":1767323045.5,"EventCount":3}""");

        var archive = await Events.DescribeArchiveAsync(new DescribeArchiveRequest(), Cancellation);

        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, 500, DateTimeKind.Utc), archive.CreationTime);
        Assert.Equal(DateTimeKind.Utc, archive.CreationTime!.Value.Kind);
        Assert.Equal(3, archive.EventCount);
    }

    [Fact]
    public async Task A_constant_it_does_not_know_keeps_its_text()
    {
        Service.Answers("""{"State":"ENABLED"}""").Answers("""{"State":"ASLEEP"}""");

        var known = await Events.DescribeRuleAsync(new DescribeRuleRequest(), Cancellation);
        var unknown = await Events.DescribeRuleAsync(new DescribeRuleRequest(), Cancellation);

        Assert.Same(RuleState.ENABLED, known.State);
        Assert.Equal("ASLEEP", unknown.State.Value);
    }

    [Fact]
    public async Task An_answer_without_members_may_have_no_body()
    {
        Service.Answers("");

        await Events.EnableRuleAsync(new EnableRuleRequest(), Cancellation);

        Assert.Single(Service.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("""{"Name":""")]
    public async Task An_answer_that_should_have_members_must_be_an_object(string body)
    {
        Service.Answers(body);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() =>
            Events.DescribeRuleAsync(new DescribeRuleRequest(), Cancellation));

        Assert.Equal("the-request-id", error.RequestId);
    }
}
