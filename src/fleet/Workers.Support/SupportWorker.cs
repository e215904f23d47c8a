using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Defaults;
using Workers.Effects;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Support.Handlers;
using Workers.Support.Tickets;

namespace Workers.Support;

/// <summary>The worker that gives tickets to teams, and to the next level where what was promised is not kept.</summary>
public static class SupportWorker
{
    /// <summary>Adds the worker to a host.</summary>
    public static WebApplicationBuilder AddSupportWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("support", Topology.SettingsSections);
        builder.AddBeat("support", Topology.FleetTable, "Workers:Beat");
        builder.AddSupport();
        return builder;
    }

    /// <summary>Adds what the worker does, without what every host of the fleet has.</summary>
    internal static void AddSupport(this IHostApplicationBuilder builder)
    {
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services.AddSupportPolicy();
        builder.Services.AddSingleton<SupportMetrics>();
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.AddQueueConsumer("Support", Topology.SupportQueue, "Workers:Support")
            .Takes<TicketOpened>(opened => opened.TicketId, (ticket, message, policy) =>
                TicketChange.Open(ticket, message.Detail, message.OccurredAt, policy))
            .Takes<TicketUpdated>(update => update.TicketId, (ticket, message, _) =>
                TicketChange.Update(ticket, message.Detail, message.OccurredAt))
            .Measures<TicketAssigned, SupportMetrics>((metrics, assigned) => metrics.Count(assigned))
            .Measures<TicketEscalated, SupportMetrics>((metrics, escalated) => metrics.Count(escalated))
            .Measures<TicketResolved, SupportMetrics>((metrics, resolved) => metrics.Count(resolved));
        builder.AddQueueConsumer("SupportTimers", Topology.SupportTimersQueue, "Workers:SupportTimers")
            .EndsAt<TicketAssigned>(assigned => assigned.TicketId, TicketPromise.FirstAnswer, assigned => assigned.FirstAnswerDueAt)
            .EndsAt<TicketAnswered>(answered => answered.TicketId, TicketPromise.Resolution, answered => answered.ResolutionDueAt)
            .EndsAt<TicketEscalated>(escalated => escalated.TicketId, TicketPromise.Resolution, escalated => escalated.ResolutionDueAt);
    }

    /// <summary>Every such event comes when the time of a promise is over.</summary>
    private static QueueConsumerBuilder EndsAt<TEvent>(
        this QueueConsumerBuilder consumer, Func<TEvent, string> ticketIdOf, TicketPromise promise, Func<TEvent, DateTimeOffset> dueAt)
        where TEvent : class, IEventDetail =>
        consumer.WaitsUntil(dueAt).Takes(ticketIdOf, (ticket, _, policy) => TicketChange.Miss(ticket, promise, policy));

    private static QueueConsumerBuilder Takes<TEvent>(
        this QueueConsumerBuilder consumer,
        Func<TEvent, string> ticketIdOf,
        Func<Ticket, EventMessage<TEvent>, SupportPolicy, TicketChange> change)
        where TEvent : class, IEventDetail =>
        consumer.Decides($"Take{typeof(TEvent).Name}", services =>
        {
            var policy = services.GetRequiredService<SupportPolicy>();
            return new TicketHandler<TEvent>(ticketIdOf, (ticket, message) => change(ticket, message, policy));
        });
}
