namespace Workers.Operations.Rehearsals;

/// <summary>What this build would make of events of the past. Nothing was written or published.</summary>
/// <param name="Events">How many were shown.</param>
/// <param name="Rows">One for each handler and event, those first that refuse what was taken.</param>
/// <param name="LeftOut">How many events were not shown to a rule's queues, by the rule: only EventBridge can make their bodies.</param>
internal sealed record PastAnswer(long Events, IReadOnlyList<PastRow> Rows, IReadOnlyDictionary<string, long> LeftOut)
{
    /// <summary>How many would be refused that were taken.</summary>
    public long Regressions => Rows.Sum(row => row.Regressions);
}

/// <summary>What one handler would make of one kind of event.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Handler">The handler; <c>(reader)</c> where the event would not come that far.</param>
/// <param name="Event">Source and detail-type.</param>
/// <param name="Events">How many it was shown.</param>
/// <param name="Taken">How many of them were taken then, as their markers tell; effects elsewhere are not looked up.</param>
/// <param name="Refused">How many it would reject, throw at or not read.</param>
/// <param name="Regressions">How many of those were taken.</param>
/// <param name="Otherwise">For how many that were taken it would emit an event that it did not emit then.</param>
/// <param name="NotAsked">How many have their effect elsewhere.</param>
/// <param name="EmittedThen">How many events it emitted for those that were taken and would be again.</param>
/// <param name="EmitsNow">How many it would emit for the same: none where the items show it that its effect has happened.</param>
/// <param name="WritesNow">How many items it would write for one, its marker included. What it wrote then, nothing remembers.</param>
/// <param name="Example">An event that it would refuse, and why; null where there is none.</param>
internal sealed record PastRow(
    string Queue,
    string Handler,
    string Event,
    long Events,
    long Taken,
    long Refused,
    long Regressions,
    long Otherwise,
    long NotAsked,
    long EmittedThen,
    long EmitsNow,
    double WritesNow,
    string? Example);
