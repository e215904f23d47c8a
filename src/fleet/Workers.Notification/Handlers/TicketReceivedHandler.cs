using System.Globalization;
using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the customer that the ticket has arrived.</summary>
internal sealed class TicketReceivedHandler(Notifier notifier, Recipients recipients) : IHandle<TicketAssigned>
{
    public Task<Outcome> HandleAsync(EventMessage<TicketAssigned> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(TicketAssigned assigned) =>
        new(
            Template.TicketReceived,
            recipients.Customer(assigned.CustomerId),
            Subject: $"We have received your ticket {assigned.TicketId}: {assigned.Subject}",
            Body: string.Create(
                CultureInfo.InvariantCulture, $"Thank you. You will have an answer by {assigned.FirstAnswerDueAt:u} at the latest."));
}
