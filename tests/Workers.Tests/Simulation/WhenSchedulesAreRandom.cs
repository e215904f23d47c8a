using Workers.Simulation;

namespace Workers.Tests.Simulation;

/// <summary>A failing seed is replayed with <c>dotnet run --project tests/Workers.Simulation -- --seed SEED --schedules 1</c>.</summary>
public sealed class WhenSchedulesAreRandom
{
    [Fact]
    public void Every_invariant_holds_at_every_step_of_2000_of_them()
    {
        var result = SimulationRun.Play(firstSeed: 1, schedules: 2000, Plant.None);

        Assert.Equal(new SimulationResult(2000, null, null), result);
    }

    [Theory]
    [InlineData(Plant.ForgetFailedDeletes, "is handled again although only its delete had failed")]
    [InlineData(Plant.NeverExtend, "without a lease")]
    [InlineData(Plant.StrandAtDrain, "is invisible after the drain")]
    [InlineData(Plant.IgnoreRoom, "handlers run, 12 may")]
    [InlineData(Plant.SwallowDeadLetters, "is lost")]
    [InlineData(Plant.SwallowCopies, "is lost")]
    [InlineData(Plant.ForgetGroups, "is handled before others of its group")]
    public void A_bug_that_is_planted_is_found_and_its_seed_finds_it_again(Plant plant, string broken)
    {
        var found = SimulationRun.Play(firstSeed: 1, schedules: 100, plant);
        var again = SimulationRun.Play(found.FailedSeed!.Value, schedules: 1, plant);

        Assert.Contains(broken, found.Broken, StringComparison.Ordinal);
        Assert.Equal(found.Broken, again.Broken);
    }
}
