using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Tests;

/// <summary>Makes messages for handlers.</summary>
public static class Messages
{
    public static readonly DateTimeOffset Now = new(2026, 1, 15, 10, 5, 30, TimeSpan.Zero);

    public static EventMessage<TEvent> Of<TEvent>(TEvent detail, string eventId = "event-1", DateTimeOffset? time = null)
        where TEvent : IEventDetail =>
        new(
            detail,
            new EventMetadata(eventId, CorrelationId: eventId),
            new EventEnvelope(new EventName("test", typeof(TEvent).Name), time ?? Now),
            new Delivery($"Test.{typeof(TEvent).Name}Handler", "message-1", ReceiveCount: 1, FirstReceivedAt: Now, new EndlessLease()));

    private sealed class EndlessLease : IMessageLease, IDisposable
    {
        public DateTimeOffset Until => DateTimeOffset.MaxValue;

        public IDisposable OnExtended(Func<DateTimeOffset, CancellationToken, Task> callback) => this;

        public void Dispose()
        {
        }
    }
}
