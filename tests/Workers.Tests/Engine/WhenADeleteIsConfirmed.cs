using Workers.Engine.Queues;
using Workers.Engine.Settling;

namespace Workers.Tests.Engine;

public sealed class WhenADeleteIsConfirmed
{
    private readonly UnconfirmedDeletes _deletes = new(capacity: 10);

    [Fact]
    public void The_message_is_forgotten()
    {
        _deletes.Add(Receive("receipt-1"));

        _deletes.Confirm(Receive("receipt-1"));

        Assert.False(_deletes.Contains("message-1"));
    }

    [Fact]
    public void A_yes_to_an_older_receipt_deleted_nothing_and_confirms_nothing()
    {
        _deletes.Add(Receive("receipt-1"));
        _deletes.Add(Receive("receipt-2"));

        _deletes.Confirm(Receive("receipt-1"));

        Assert.True(_deletes.Contains("message-1"));
    }

    private static ReceivedMessage Receive(string receipt) =>
        new("message-1", receipt, "", 1, FakeTime.Start, FakeTime.Start);
}
