using Microsoft.Extensions.DependencyInjection;
using Workers.Engine.Handling;

namespace Workers.Tests.Engine;

public sealed class WhenAHandlerIsScoped : ConsumerSpec
{
    private readonly List<Unit> _seen = [];

    public WhenAHandlerIsScoped()
    {
        Services.AddScoped<Unit>();
        Services.AddScoped(services => new ScopedHandler(services.GetRequiredService<Unit>(), _seen));
        MoreHandlers.Add(HandlerRegistration.ForScoped("Specs.ScopedHandler", services => services.GetRequiredService<ScopedHandler>()));
        Steps.Add((context, next) =>
        {
            _seen.Add(context.Services.GetRequiredService<Unit>());
            return next();
        });
        Queue.Holds("a", "b");
    }

    [Fact]
    public void Each_message_has_one_scope_for_its_steps_and_its_handler()
    {
        Start();

        Assert.Equal([2, 2], _seen.GroupBy(unit => unit).Select(same => same.Count()));
    }

    [Fact]
    public void The_scope_ends_with_the_messages_handling()
    {
        Start();

        Assert.All(_seen, unit => Assert.True(unit.IsDisposed));
    }

    [Fact]
    public void A_service_that_cannot_be_disposed_is_a_failure_of_the_handler()
    {
        Services.AddScoped<Unit>(_ => new BrokenUnit());
        Start();

        Assert.All(Queue.VisibilityChanges, changes => Assert.Equal(Seconds(1), changes[0].Visibility));
        Assert.Equal(["a", "b"], Queue.Messages);
    }

    private class Unit : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public virtual void Dispose() => IsDisposed = true;
    }

    private sealed class BrokenUnit : Unit
    {
        public override void Dispose()
        {
            base.Dispose();
            throw new InvalidOperationException("a broken service");
        }
    }

    private sealed class ScopedHandler(Unit unit, List<Unit> seen) : IHandle<Happened>
    {
        public Task<Outcome> HandleAsync(EventMessage<Happened> message, CancellationToken cancellationToken)
        {
            Assert.False(unit.IsDisposed);
            seen.Add(unit);
            return Task.FromResult(Outcome.Done);
        }
    }
}
