using System.Globalization;
using Workers.Torture.Fleet;

namespace Workers.Torture.Killing;

/// <summary>A place for a fleet: when one ends, the next takes it. Its deaths follow from the seed alone, whatever the machine's pace.</summary>
internal sealed class FleetSlot(
    int index, TortureOptions options, Func<string, Death, FleetSettings> settings, Graveyard graveyard, TimeProvider time)
{
    // A drain of four seconds, and what comes before and after it on a machine under load.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    private readonly Random _random = new(unchecked((options.Seed * 31) + index));

    /// <summary>Runs fleets until told to stop.</summary>
    /// <param name="killing">Cancelled when there shall be no more deaths: then the fleet that runs goes on.</param>
    /// <param name="working">Cancelled when there is nothing left to do: then the fleet that runs is stopped.</param>
    public async Task RunAsync(CancellationToken killing, CancellationToken working)
    {
        for (var life = 0; !working.IsCancellationRequested; life++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"fleet{index}-{life:000}");
            var isLast = killing.IsCancellationRequested;
            var death = Death.Draw(_random, options.Life) is var drawn && isLast ? drawn with { Stage = null } : drawn;
            using var fleet = ChildProcess.Start(settings(name, death).ToArguments(), time);
            var how = await LiveAsync(fleet, death, isLast, killing, working);
            graveyard.Add(await fleet.WaitAsync(name, how));
        }
    }

    private static async Task<string> LiveAsync(
        ChildProcess fleet, Death death, bool isLast, CancellationToken killing, CancellationToken working)
    {
        await fleet.ReadyAsync();
        if (isLast || !await fleet.EndsWithinAsync(death.After, killing))
        {
            return killing.IsCancellationRequested ? await LastAsync(fleet, death, working) : await EndAsync(fleet, death);
        }

        return Itself(death);
    }

    private static async Task<string> EndAsync(ChildProcess fleet, Death death)
    {
        if (death.Kind is DeathKind.Drain or DeathKind.Stop)
        {
            var limit = death.Kind is DeathKind.Drain ? death.Grace : StopLimit;
            if (await fleet.DrainsWithinAsync(limit))
            {
                return $"{DeathKind.Stop}";
            }
        }

        fleet.Kill();
        return death.Kind is DeathKind.Stage ? $"{DeathKind.Random}" : $"{death.Kind}";
    }

    private static async Task<string> LastAsync(ChildProcess fleet, Death death, CancellationToken working)
    {
        await fleet.EndsWithinAsync(Timeout.InfiniteTimeSpan, working);
        return working.IsCancellationRequested ? await EndAsync(fleet, new Death(DeathKind.Stop, TimeSpan.Zero)) : Itself(death);
    }

    private static string Itself(Death death) => death.Stage is { } stage ? $"{stage}" : FleetEnd.ByItself;
}
