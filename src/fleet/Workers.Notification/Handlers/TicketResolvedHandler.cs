using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the customer that the matter is settled.</summary>
internal sealed class TicketResolvedHandler(Notifier notifier, Recipients recipients) : IHandle<TicketResolved>
{
    public Task<Outcome> HandleAsync(EventMessage<TicketResolved> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(TicketResolved resolved) =>
        new(
            Template.TicketResolved,
            recipients.Customer(resolved.CustomerId),
            Subject: $"Your ticket {resolved.TicketId} is settled: {resolved.Subject}",
            Body: $"We have settled your ticket {resolved.TicketId}. If it is not settled for you, open another one.");
}
