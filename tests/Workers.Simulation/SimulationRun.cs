namespace Workers.Simulation;

/// <summary>Many schedules, one after the other, until one breaks an invariant.</summary>
public static class SimulationRun
{
    /// <summary>Plays the schedules of consecutive seeds.</summary>
    /// <param name="firstSeed">The first seed.</param>
    /// <param name="schedules">How many.</param>
    /// <param name="plant">A bug to find, or none.</param>
    public static SimulationResult Play(int firstSeed, int schedules, Plant plant)
    {
        for (var played = 0; played < schedules; played++)
        {
            var seed = firstSeed + played;
            if (Schedule.Play(seed, plant) is { } broken)
            {
                return new(played + 1, seed, broken);
            }
        }

        return new(schedules, null, null);
    }
}
