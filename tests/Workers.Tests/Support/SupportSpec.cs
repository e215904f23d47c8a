using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Support;
using Workers.Support.Stores;

namespace Workers.Tests.Support;

/// <summary>The support worker with its usual settings.</summary>
public abstract class SupportSpec : IDisposable
{
    private protected static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private protected static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private protected TimerWorker Worker { get; } = new(builder => builder.AddSupport(), "Support", Topology.SupportTimersQueue);

    private protected Item Row => Worker.Store[TicketRow.Key("T-1")]!;

    private protected IEnumerable<TicketEscalated> Escalations => Worker.SaidDetails.OfType<TicketEscalated>();

    /// <summary>What the list of a team says of the ticket; null where it is not in it.</summary>
    private protected string? InListOf(string team) =>
        Worker.Store[TeamTickets.Key(TeamTicketColumns.OfTeam(team), "T-1")]?.Text(TeamTicketColumns.Status);

    private protected string? InListOfAll => Worker.Store[TeamTickets.Key(TeamTicketColumns.All, "T-1")]?.Text(TeamTicketColumns.Status);

    private protected static TicketUpdated Answered => new("T-1", TicketUpdate.Answered, "Sam", "called back");

    private protected static TicketUpdated Resolved => new("T-1", TicketUpdate.Resolved, "Sam");

    public void Dispose()
    {
        Worker.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static TicketOpened Ticket(
        TicketPriority priority = TicketPriority.Normal, string? category = null, DateTimeOffset? at = null) =>
        new("T-1", "CUST-1", priority, "Login issue", category, "Cannot access my account", at);
}
