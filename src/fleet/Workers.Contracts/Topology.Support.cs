using Workers.Contracts.Resources;
using Workers.Contracts.Tables;

namespace Workers.Contracts;

// The support worker: it gives tickets to teams, and to the next level where a promise is not kept.
public static partial class Topology
{
    /// <summary>The support worker's queue.</summary>
    public const string SupportQueue = "support-queue";

    /// <summary>What the support worker rejects.</summary>
    public const string SupportDlq = "support-dlq";

    /// <summary>Tickets wait in it for the time that was promised.</summary>
    public const string SupportTimersQueue = "support-timers-queue";

    /// <summary>Tickets whose time cannot be looked at.</summary>
    public const string SupportTimersDlq = "support-timers-dlq";

    /// <summary>Every ticket.</summary>
    public const string TicketsTable = "tickets";

    /// <summary>The view of each team's tickets, and of all.</summary>
    public const string TeamTicketsTable = "team-tickets";

    private static TopologyPart Support() => new(
        new("support")
        {
            Consumes = new(WorkerQueue(SupportQueue, SupportDlq, visibilitySeconds: 60)),
            AlsoConsumes = [new(WorkerQueue(SupportTimersQueue, SupportTimersDlq, visibilitySeconds: 60)) { IsTimer = true }],
            BusActions = ["PutEvents"],
            Emits =
            [
                EventNames.TicketAssigned,
                EventNames.TicketAnswered,
                EventNames.TicketEscalated,
                EventNames.TicketResolved,
            ],
            Tables =
            [
                new(IdempotencyTable, "BatchGetItem", "PutItem"),
                new(TicketsTable, "BatchGetItem", "PutItem", "UpdateItem"),
                new(TeamTicketsTable, "UpdateItem"),
            ],
        })
    {
        Rules =
        [
            new("support-tickets-anywhere", new(EventNames.AnySupportTicket), [SupportQueue]),
            new("support-tickets", new(EventNames.TicketOpened, EventNames.TicketUpdated), [SupportQueue]),
            new(
                "support-timers",
                new(EventNames.TicketAssigned, EventNames.TicketAnswered, EventNames.TicketEscalated),
                [SupportTimersQueue]),
            new(
                "support-news",
                new(EventNames.TicketAssigned, EventNames.TicketEscalated, EventNames.TicketResolved),
                [NotificationQueue, SupportQueue]),
        ],
        Tables =
        [
            new(TicketsTable, TicketColumns.TicketId),
            new(TeamTicketsTable, TeamTicketColumns.Bucket) { SortKey = TeamTicketColumns.TicketId },
        ],
    };
}
