using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace LocalAws.Tests.EventBridge.Clients;

public sealed class WhenTheServerRefuses : ClientSpec
{
    [Fact]
    public async Task Clients_get_the_exception_of_that_name()
    {
        await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => Events.DescribeRuleAsync(new DescribeRuleRequest { Name = "r" }, Cancellation));
        await Assert.ThrowsAsync<InvalidEventPatternException>(
            () => Events.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = "[]" }, Cancellation));
        await Assert.ThrowsAsync<ResourceAlreadyExistsException>(
            () => Events.CreateEventBusAsync(new CreateEventBusRequest { Name = "default" }, Cancellation));
    }

    [Fact]
    public async Task Errors_that_the_SDK_does_not_model_keep_their_code()
    {
        var exception = await Assert.ThrowsAsync<AmazonEventBridgeException>(
            () => Events.DeleteEventBusAsync(new DeleteEventBusRequest { Name = "default" }, Cancellation));

        Assert.Equal("ValidationException", exception.ErrorCode);
        Assert.Equal("Cannot delete event bus default.", exception.Message);
    }

    [Fact]
    public async Task Entries_that_were_not_taken_are_counted()
    {
        var put = await Events.PutEventsAsync(
            new PutEventsRequest { Entries = [new() { Source = "s", DetailType = "t", Detail = "text" }] }, Cancellation);

        Assert.Equal(1, put.FailedEntryCount);
        Assert.Equal("MalformedDetail", put.Entries[0].ErrorCode);
        Assert.Null(put.Entries[0].EventId);
    }
}
