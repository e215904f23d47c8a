using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Tests.Engine;

public sealed class WhenAConsumerTakesEveryEvent
{
    [Fact]
    public void It_is_given_what_nobody_registered_and_what_its_registration_would_refuse()
    {
        var handler = new Recorder<AnyEvent>();
        using var test = new HandlerTest(builder => Consumer(builder).Handles<AnyEvent>("Recorder", _ => handler));

        test.ReceivesBody(Body("elsewhere", "Unheard Of"));
        test.ReceivesBody(Body(EventNames.OrderPlaced.Source, EventNames.OrderPlaced.DetailType));
        test.RunUntilQuiet();

        Assert.Equal(["""{"a":1}""", """{"a":1}"""], handler.Handled.Select(any => any.Json));
        Assert.Empty(test.DeadLetters);
    }

    [Fact]
    public void What_is_no_envelope_is_dead_lettered()
    {
        using var test = new HandlerTest(builder => Consumer(builder).Handles<AnyEvent>("Recorder", _ => new Recorder<AnyEvent>()));

        test.ReceivesBody("text");
        test.RunUntilQuiet();

        Assert.Single(test.DeadLetters);
    }

    [Fact]
    public void A_handler_of_one_event_beside_it_is_refused_for_it_would_never_be_called()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        Consumer(builder).Handles<AnyEvent>("Recorder", _ => new Recorder<AnyEvent>()).Handles<OrderPlaced>("Other", _ => new Recorder<OrderPlaced>());
        using var services = builder.Services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(
            () => services.GetRequiredService<IOptionsMonitor<QueueConsumerOptions>>().Get("Trail"));

        Assert.Contains("Trail.Other would never be called", refused.Message, StringComparison.Ordinal);
    }

    private static QueueConsumerBuilder Consumer(IHostApplicationBuilder builder)
    {
        builder.Services.AddContracts();
        return builder.AddQueueConsumer("Trail", "trail-queue");
    }

    private static string Body(string source, string detailType) =>
        $$"""{"id":"E1","source":"{{source}}","detail-type":"{{detailType}}","detail":{"a":1},"time":"2026-01-15T10:00:00Z"}""";

    private sealed class Recorder<TEvent> : IHandle<TEvent>
        where TEvent : IEventDetail
    {
        public List<TEvent> Handled { get; } = [];

        public Task<Outcome> HandleAsync(EventMessage<TEvent> message, CancellationToken cancellationToken)
        {
            Handled.Add(message.Detail);
            return Task.FromResult(Outcome.Done);
        }
    }
}
