using Microsoft.Extensions.Logging.Abstractions;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Engine.Leasing;
using Workers.Engine.Queues;
using Workers.Engine.Timing;
using Workers.Events.Reading;

namespace Workers.Tests.Engine;

/// <summary>Makes what handlers are registered to take, for specs of registrations.</summary>
internal static class MessageContexts
{
    public static MessageContext Of(ReceivedEvent received, IServiceProvider services)
    {
        var time = new FakeTime();
        using var context = new FakeContext(time);
        var terms = new LeaseTerms(FakeMessageQueue.VisibilityTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        using var leases = new LeaseKeeper(new FakeMessageQueue(time), terms, new RunningTasks(_ => { }), context.With(new QueueConsumerOptions()));
        var lease = leases.Track([new ReceivedMessage("message-1", "receipt", "", 1, FakeTime.Start, FakeTime.Start)]).Begun[0];
        return new MessageContext(lease, services, "specs-queue", NullLogger.Instance) { Event = received };
    }
}
