using Microsoft.Extensions.DependencyInjection;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Testing;

public sealed class WhenAHandlerIsTested : IDisposable
{
    private readonly Handler _handler = new();
    private readonly HandlerTest _test;

    public WhenAHandlerIsTested() => _test = new HandlerTest(builder =>
    {
        builder.Services.AddSingleton(Shop.Registry());
        builder.AddQueueConsumer("Shop", "shop-queue").Handles<Sold>("Handler", _ => _handler);
    });

    public void Dispose() => _test.Dispose();

    [Fact]
    public void A_message_whose_handler_throws_is_invisible_for_the_backoff()
    {
        _handler.Does = _ => throw new InvalidOperationException("not now");
        var id = _test.Receives(new Sold("mug", 1));

        _test.Advance(TimeSpan.FromMilliseconds(100));

        var message = Assert.Single(_test.Messages);
        Assert.Equal((id, 1), (message.Id, message.ReceiveCount));
        Assert.NotEqual(TimeSpan.Zero, message.VisibleIn);

        _test.Advance(message.VisibleIn - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, _handler.Calls);

        _test.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, _handler.Calls);
    }

    [Fact]
    public void A_message_whose_handler_always_throws_is_dead_lettered_with_the_reason()
    {
        _handler.Does = _ => throw new InvalidOperationException("never");
        _test.Receives(new Sold("mug", 1), eventId: "sale");

        _test.RunUntilQuiet();

        var letter = Assert.Single(_test.DeadLetters);
        Assert.Equal(("sale", typeof(InvalidOperationException).FullName), (letter.EventId, letter.ExceptionType));
        Assert.Equal(new QueueConsumerOptions().MaxAttempts, _handler.Calls);
    }

    [Fact]
    public void A_body_that_is_no_event_is_dead_lettered()
    {
        _test.ReceivesBody("no event");

        _test.RunUntilQuiet();

        Assert.Equal("no event", Assert.Single(_test.DeadLetters).Body);
    }

    [Fact]
    public void A_handler_may_take_longer_than_the_visibility_timeout()
    {
        _handler.Does = cancellationToken => Task.Delay(4 * HandlerTest.VisibilityTimeout, _test.Time, cancellationToken);
        _test.Receives(new Sold("mug", 1));

        _test.RunUntilQuiet();

        Assert.Equal(1, _handler.Calls);
        Assert.Empty(_test.DeadLetters);
    }

    [Fact]
    public void A_drain_shows_what_does_not_end_again_at_once()
    {
        _handler.Does = cancellationToken => Task.Delay(TimeSpan.FromMinutes(5), _test.Time, cancellationToken);
        _test.Receives(new Sold("mug", 1));
        _test.Advance(TimeSpan.FromSeconds(1));

        _test.Drain();

        Assert.Equal(TimeSpan.Zero, Assert.Single(_test.Messages).VisibleIn);
    }

    [Fact]
    public void A_message_that_never_goes_is_named()
    {
        _handler.Outcome = Outcome.Retry(TimeSpan.FromHours(1));
        var id = _test.Receives(new Sold("mug", 1));

        var failure = Assert.Throws<TimeoutException>(_test.RunUntilQuiet);

        Assert.Contains(id, failure.Message, StringComparison.Ordinal);
    }

    private sealed class Handler : IHandle<Sold>
    {
        public Func<CancellationToken, Task> Does { get; set; } = _ => Task.CompletedTask;

        public Outcome Outcome { get; set; } = Outcome.Done;

        public int Calls { get; private set; }

        public async Task<Outcome> HandleAsync(EventMessage<Sold> message, CancellationToken cancellationToken)
        {
            Calls++;
            await Does(cancellationToken);
            return Outcome;
        }
    }
}
