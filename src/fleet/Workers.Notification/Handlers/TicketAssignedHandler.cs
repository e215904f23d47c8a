using System.Globalization;
using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells a team that it has a new ticket, and by when it must be answered and settled.</summary>
internal sealed class TicketAssignedHandler(Notifier notifier, Recipients recipients) : IHandle<TicketAssigned>
{
    public Task<Outcome> HandleAsync(EventMessage<TicketAssigned> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(TicketAssigned assigned) =>
        new(
            Template.TicketAssigned,
            recipients.Team(assigned.Team),
            Subject: $"Ticket {assigned.TicketId}: {assigned.Subject}",
            Body: string.Create(
                CultureInfo.InvariantCulture,
                $"{assigned.CustomerId} has opened the ticket {assigned.TicketId}, of priority {assigned.Priority}. It must be answered by "
                + $"{assigned.FirstAnswerDueAt:u} and settled by {assigned.ResolutionDueAt:u}."))
        {
            Urgent = assigned.Priority is TicketPriority.Urgent,
        };
}
