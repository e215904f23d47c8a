using System.Globalization;
using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the team that a ticket has come to it overdue, or stays with it where there is no next level.</summary>
internal sealed class TicketEscalatedHandler(Notifier notifier, Recipients recipients) : IHandle<TicketEscalated>
{
    public Task<Outcome> HandleAsync(EventMessage<TicketEscalated> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(TicketEscalated escalated) =>
        new(
            Template.TicketEscalated,
            recipients.Team(escalated.Team),
            Subject: $"Overdue ticket {escalated.TicketId}: {escalated.Subject}",
            Body: string.Create(
                CultureInfo.InvariantCulture,
                $"{WhatIsOverdue(escalated)} since {escalated.OverdueSince:u}. {WhoHasIt(escalated)} "
                + $"It must be settled by {escalated.ResolutionDueAt:u}."))
        {
            Urgent = true,
        };

    private static string WhatIsOverdue(TicketEscalated escalated) => escalated.Overdue is TicketPromise.FirstAnswer
        ? $"The ticket {escalated.TicketId} of {escalated.CustomerId} has had no answer, which was due"
        : $"The ticket {escalated.TicketId} of {escalated.CustomerId} is not settled, which was due";

    private static string WhoHasIt(TicketEscalated escalated) => escalated.ToTeam is { } team
        ? $"It has come from {escalated.FromTeam} to {team}."
        : $"It stays with {escalated.FromTeam}: there is no next level.";
}
