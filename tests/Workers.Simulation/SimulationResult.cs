namespace Workers.Simulation;

/// <summary>What came of a run.</summary>
/// <param name="Played">How many schedules were played, the one that failed included.</param>
/// <param name="FailedSeed">The seed that broke an invariant: played alone, it breaks it again.</param>
/// <param name="Broken">Which, and when.</param>
public sealed record SimulationResult(int Played, int? FailedSeed, string? Broken);
