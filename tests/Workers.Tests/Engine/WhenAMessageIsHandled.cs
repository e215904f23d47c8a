namespace Workers.Tests.Engine;

public sealed class WhenAMessageIsHandled : ConsumerSpec
{
    [Fact]
    public void It_is_deleted()
    {
        Queue.Holds("a");

        Start();

        Assert.Equal(["a"], Handler.Handled);
        Assert.Empty(Queue.Messages);
        Assert.Equal(1, Counts["workers.messages.settled/done"]);
    }
}
