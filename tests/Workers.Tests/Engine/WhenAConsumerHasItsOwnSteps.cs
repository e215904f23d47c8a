using Workers.Engine.Handling;

namespace Workers.Tests.Engine;

public sealed class WhenAConsumerHasItsOwnSteps : ConsumerSpec
{
    [Fact]
    public void They_run_in_order_around_the_handler()
    {
        List<string> log = [];
        Steps.Add(Around("outer"));
        Steps.Add(Around("inner"));
        Handler.Does = (_, _) =>
        {
            log.Add("handler");
            return Task.FromResult(Outcome.Done);
        };
        Queue.Holds("a");
        Start();

        Assert.Equal(["outer begins", "inner begins", "handler", "inner ends", "outer ends"], log);

        MessageStep Around(string name) => async (_, next) =>
        {
            log.Add($"{name} begins");
            var outcome = await next();
            log.Add($"{name} ends");
            return outcome;
        };
    }

    [Fact]
    public void They_know_the_message_and_its_event()
    {
        MessageContext? seen = null;
        Steps.Add((context, next) =>
        {
            seen = context;
            return next();
        });
        Queue.HoldsReceived("a", times: 2);
        Start();

        Assert.Equal(("a", 3, "event-a"), (seen!.MessageId, seen.ReceiveCount, seen.Event.Metadata.EventId));
    }

    [Fact]
    public void One_may_answer_in_the_handlers_place()
    {
        Steps.Add((_, _) => Task.FromResult(Outcome.Reject("not for this tenant")));
        Queue.Holds("a");
        Start();

        Assert.Empty(Handler.Handled);
        Assert.Equal("not for this tenant", Assert.Single(Queue.DeadLetters).Reason);
    }

    [Fact]
    public void One_that_throws_is_a_failure()
    {
        var failures = 1;
        Steps.Add((_, next) => failures-- > 0 ? throw new InvalidOperationException("a broken step") : next());
        Queue.Holds("a");
        Start();
        Assert.Empty(Handler.Handled);

        Advance(2);

        Assert.Equal(["a"], Handler.Handled);
    }

    [Fact]
    public void A_message_that_cannot_be_read_does_not_reach_them()
    {
        Steps.Add((_, _) => throw new InvalidOperationException("must not be called"));
        Queue.Holds(Happened.Poison, Happened.Unhandled);
        Start();

        Assert.Equal(2, Queue.DeadLetters.Count);
    }
}
