namespace LocalAws.Tests.EventBridge;

public sealed class WhenAMessageHasAGroup : EventBridgeSpec
{
    [Theory]
    [InlineData(QueueArn)]
    [InlineData($"{QueueArn}.fifo")]
    public async Task Its_queue_gets_it_with_the_group(string arn)
    {
        await RouteAsync("r", AnySource, new { Id = "1", Arn = arn, SqsParameters = new { MessageGroupId = "orders" } });

        await PutAsync(Entry());

        var delivery = await Queues.NextAsync();
        Assert.Equal((arn, "orders"), (delivery.QueueArn, delivery.GroupId));
    }

    [Fact]
    public async Task Without_one_there_is_none()
    {
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });

        await PutAsync(Entry());

        Assert.Null((await Queues.NextAsync()).GroupId);
    }
}
