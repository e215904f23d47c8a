using Workers.Engine.Handling;

namespace Workers.Tests.Engine;

public sealed class WhenSomebodyLogs : ConsumerSpec
{
    private readonly RecordingLogger _log = new();

    public WhenSomebodyLogs()
    {
        Logger = _log;
        Queue.Holds("a", "b");
    }

    [Fact]
    public void The_end_of_a_message_is_told_with_its_own_id_although_a_call_ends_several()
    {
        Start();

        Assert.Equal([["a", "b"]], Queue.Deletes);
        Assert.Equal(["a", "b"], _log.Lines.Where(line => line.Text.StartsWith("Message done", StringComparison.Ordinal)).Select(line => line.MessageIds));
    }

    [Fact]
    public void A_failure_is_told_with_the_messages_id()
    {
        Handler.Does = (_, _) => Task.FromException<Outcome>(new InvalidOperationException("broken"));

        Start();

        Assert.Equal(["a", "b"], _log.Lines.Where(line => line.Text.StartsWith("Handling failed", StringComparison.Ordinal)).Select(line => line.MessageIds));
    }

    [Fact]
    public void A_rejection_is_told_with_its_outcome_and_the_messages_id()
    {
        Handler.Does = (_, _) => Task.FromResult(Outcome.Reject("no such product"));

        Start();
        Advance(1);

        Assert.Equal(["a", "b"], _log.Lines.Where(line => line.Text.StartsWith("Message rejected", StringComparison.Ordinal)).Select(line => line.MessageIds));
        Assert.Contains(_log.Lines, line => line.Text.EndsWith(": no such product", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_said_of_a_call_belongs_to_no_message()
    {
        Queue.EntryFailure = (_, message) => message.MessageId == "a" ? "ReceiptHandleIsInvalid" : null;

        Start();

        Assert.Equal([""], _log.Lines.Where(line => line.Text.Contains("entries", StringComparison.Ordinal)).Select(line => line.MessageIds));
    }
}
