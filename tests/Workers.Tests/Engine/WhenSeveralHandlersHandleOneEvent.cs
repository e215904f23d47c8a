using Workers.Engine.Handling;

namespace Workers.Tests.Engine;

public sealed class WhenSeveralHandlersHandleOneEvent : ConsumerSpec
{
    private readonly FakeHandler _other = new();

    public WhenSeveralHandlersHandleOneEvent()
    {
        MoreHandlers.Add(HandlerRegistration.For("Specs.OtherHandler", _ => _other));
        Queue.Holds("a");
    }

    [Fact]
    public void Each_handles_it_under_its_own_name()
    {
        Start();

        Assert.Equal("Specs.FakeHandler", Assert.Single(Handler.Messages).Delivery.HandlerName);
        Assert.Equal("Specs.OtherHandler", Assert.Single(_other.Messages).Delivery.HandlerName);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void It_is_settled_when_all_have_ended()
    {
        _other.Holds();
        Start();
        Assert.Equal(["a"], Queue.Messages);

        Do(() => _other.LetsGo());

        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void One_that_throws_brings_it_back_to_all_and_the_others_are_called_all_the_same()
    {
        Handler.Does = (message, _) => message.Delivery.ReceiveCount == 1 ? throw new InvalidOperationException("fails at once") : Task.FromResult(Outcome.Done);
        Start();
        Assert.Equal(["a"], _other.Handled);

        Advance(2);

        Assert.Equal(["a", "a"], _other.Handled);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void It_waits_where_one_of_them_waits()
    {
        _other.Does = (_, _) => Task.FromResult(Outcome.Retry(Seconds(7)));
        Start();

        Assert.Equal(Seconds(7), Assert.Single(Queue.ShownAgain).Visibility);
    }

    [Fact]
    public void It_waits_for_what_does_not_answer_however_long_another_one_asks_for()
    {
        Handler.Does = (_, _) => Task.FromResult(Outcome.Retry());
        _other.Does = (_, _) => Task.FromResult(Outcome.Retry(Seconds(600)));
        Start();

        Assert.Equal(Seconds(1), Assert.Single(Queue.ShownAgain).Visibility);
    }

    [Fact]
    public void A_scoped_one_that_cannot_be_made_brings_it_back_once_the_others_have_ended()
    {
        MoreHandlers.Add(HandlerRegistration.ForScoped<Happened>("Specs.Unmade", _ => throw new InvalidOperationException("cannot be made")));
        Handler.Holds();
        Start();
        Assert.Empty(Queue.ShownAgain);

        Do(() => Handler.LetsGo());

        Assert.Single(Queue.ShownAgain);
    }
}
