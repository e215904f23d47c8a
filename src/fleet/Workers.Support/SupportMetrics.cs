using System.Diagnostics.Metrics;
using Workers.Contracts.Events;

namespace Workers.Support;

/// <summary>
/// The support worker's instruments, on the meter <c>Workers.Support</c>. They count what the bus tells, so a redelivery counts twice.
/// </summary>
internal sealed class SupportMetrics
{
    public const string Assigned = "workers.support.assigned";
    public const string Overdue = "workers.support.overdue";
    public const string Resolved = "workers.support.resolved";
    public const string Team = "team";
    public const string Outcome = "outcome";

    private readonly Counter<long> _assigned;
    private readonly Counter<long> _overdue;
    private readonly Counter<long> _resolved;

    public SupportMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Workers.Support");
        _assigned = meter.CreateCounter<long>(Assigned, "{ticket}", "Tickets by the team that they went to first.");
        _overdue = meter.CreateCounter<long>(
            Overdue, "{ticket}", "Promises that were missed: escalated to the next level, or stuck at the last.");
        _resolved = meter.CreateCounter<long>(Resolved, "{ticket}", "Tickets that were settled, by the team that had them.");
    }

    public void Count(TicketAssigned assigned) => _assigned.Add(1, new KeyValuePair<string, object?>(Team, assigned.Team));

    public void Count(TicketEscalated escalated) =>
        _overdue.Add(1, new KeyValuePair<string, object?>(Outcome, escalated.ToTeam is null ? "stuck" : "escalated"));

    public void Count(TicketResolved resolved) => _resolved.Add(1, new KeyValuePair<string, object?>(Team, resolved.Team));
}
