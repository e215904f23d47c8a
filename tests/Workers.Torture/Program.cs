using System.CommandLine;
using Workers.Torture;
using Workers.Torture.Fleet;
using Workers.Torture.Providers;

var minutes = NumberOption.Of("--minutes", "How long to trade and kill at least.", usual: 3, least: 0.1, most: 1440);
var seed = NumberOption.Of("--seed", "What trade, deaths and faults follow from.", usual: 42, least: int.MinValue, most: int.MaxValue);
var fleets = NumberOption.Of("--fleets", "How many fleets work side by side; every other one has one half of the workers, the rest the other.", usual: 4, least: 2, most: 32);
var kills = NumberOption.Of("--kills", "Goes on until so many were killed; unless given, 20 for each minute.", usual: 0, least: 0, most: 100_000);
var entries = NumberOption.Of("--entries", "Goes on until so many entries were on the bus.", usual: 0L, least: 0, most: 10_000_000);
var life = NumberOption.Of("--life", "How many seconds a fleet lives at most; more get more done between kills.", usual: 14, least: 2, most: 600);
var mutate = new Option<Mutation>("--mutate") { Description = "Gives the fleets a defect, which must be noticed: marker, publish, refund, tombstone, append, projection or chain." };
var logs = new Option<DirectoryInfo?>("--logs") { Description = "Writes the fleets' warnings to a file each in this directory." };

var words = new Argument<string[]>("words");
var fleet = new Command(FleetSettings.Command) { words };
fleet.Hidden = true;
fleet.SetAction((arguments, _) => FleetProgram.RunAsync(FleetSettings.Parse(arguments.GetRequiredValue(words))));

var providers = new Command(ProviderProgram.Command) { words };
providers.Hidden = true;
providers.SetAction((arguments, _) => ProviderProgram.RunAsync(arguments.GetRequiredValue(words)));

var command = new RootCommand("Kills fleets while AWS fails, and proves that every effect happened once and no event was lost. Exits 0 when it is so, else 1.")
{
    minutes, seed, fleets, kills, entries, life, mutate, logs, fleet, providers,
};
command.SetAction(async (arguments, cancellationToken) =>
{
    arguments.GetValue(logs)?.Create();
    var options = new TortureOptions(
        arguments.GetValue(minutes),
        arguments.GetValue(seed),
        arguments.GetValue(fleets),
        arguments.GetResult(kills) is { Implicit: false } ? arguments.GetValue(kills) : (int)(20 * arguments.GetValue(minutes)),
        arguments.GetValue(entries),
        arguments.GetValue(life),
        arguments.GetValue(mutate),
        arguments.GetValue(logs));
    try
    {
        return await new TortureRun(options, System.Console.Out, TimeProvider.System).RunAsync(cancellationToken) ? 0 : 1;
    }
    catch (OperationCanceledException)
    {
        await System.Console.Error.WriteLineAsync("Interrupted: nothing is proved.");
        return 1;
    }
});

// A fleet drains on SIGTERM by itself: the library would end the process under it. A run that is interrupted stops its fleets first.
TimeSpan? patience = args is [FleetSettings.Command or ProviderProgram.Command, ..] ? null : TimeSpan.FromSeconds(90);
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = patience });
