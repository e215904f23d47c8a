using Workers.Torture.Fleet;

namespace Workers.Torture;

/// <summary>One run.</summary>
/// <param name="Minutes">How long it trades and kills at least.</param>
/// <param name="Seed">What the trade, the deaths and the faults follow from.</param>
/// <param name="Fleets">How many fleets are at work side by side.</param>
/// <param name="Kills">How many kills there must be; it goes on until there were.</param>
/// <param name="Entries">How many entries must have been on the bus; it goes on until there were.</param>
/// <param name="Life">How many seconds a fleet lives at most: the shorter, the more of the machine goes into starting the next.</param>
/// <param name="Mutation">The defect that the fleets have.</param>
/// <param name="Logs">Where the fleets' logs go.</param>
internal sealed record TortureOptions(
    double Minutes, int Seed, int Fleets, int Kills, long Entries, int Life, Mutation Mutation, DirectoryInfo? Logs);
