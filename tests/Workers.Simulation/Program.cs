using System.CommandLine;
using Workers.Simulation;

var schedules = new Option<int>("--schedules") { Description = "How many schedules to play.", DefaultValueFactory = _ => 2000 };
var seed = new Option<int>("--seed") { Description = "The first one's seed; the others count on from it.", DefaultValueFactory = _ => 1 };
var plant = new Option<Plant>("--plant") { Description = "Plants a bug, which is to be found." };
var command = new RootCommand("Plays seeded schedules over the engine, and checks its invariants at every step.") { schedules, seed, plant };
command.SetAction(arguments =>
{
    var first = arguments.GetValue(seed);
    var result = SimulationRun.Play(first, arguments.GetValue(schedules), arguments.GetValue(plant));
    if (result.FailedSeed is { } failed)
    {
        Console.WriteLine($"Seed {failed} breaks an invariant {result.Broken}");
        Console.WriteLine($"Schedules played: {result.Played}. Replay it with --seed {failed} --schedules 1");
        return 1;
    }

    Console.WriteLine($"Seeds {first} to {first + result.Played - 1}: every invariant held in {result.Played} schedules.");
    Console.WriteLine("Nothing lost, nothing settled without a lease, never more in flight than allowed, no deleted message handled again,");
    Console.WriteLine("each group of a FIFO queue in order, nothing of ours invisible after a drain, everything consumed in the end.");
    return 0;
});
return command.Parse(args).Invoke();
