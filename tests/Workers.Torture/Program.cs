using System.CommandLine;
using Workers.Torture;
using Workers.Torture.Fleet;

var minutes = new Option<double>("--minutes") { Description = "How long to trade and kill at least.", DefaultValueFactory = _ => 3 };
var seed = new Option<int>("--seed") { Description = "What trade, deaths and faults follow from.", DefaultValueFactory = _ => 42 };
var fleets = new Option<int>("--fleets") { Description = "How many fleets work side by side.", DefaultValueFactory = _ => 4 };
var kills = new Option<int?>("--kills") { Description = "Goes on until so many were killed; by default 20 for each minute." };
var entries = new Option<long>("--entries") { Description = "Goes on until so many entries were on the bus." };
var mutate = new Option<Mutation>("--mutate") { Description = "Gives the fleets a defect, which must be noticed: marker or publish." };
var logs = new Option<DirectoryInfo?>("--logs") { Description = "Writes the fleets' warnings to a file each in this directory." };
minutes.Validators.Add(result => Require(result.GetValueOrDefault<double>() is > 0 and <= 1440, result, "--minutes must be above 0 and at most 1440."));
fleets.Validators.Add(result => Require(result.GetValueOrDefault<int>() is >= 1 and <= 32, result, "--fleets must be from 1 to 32."));
kills.Validators.Add(result => Require(result.GetValueOrDefault<int?>() is null or >= 0, result, "--kills must not be negative."));
entries.Validators.Add(result => Require(result.GetValueOrDefault<long>() >= 0, result, "--entries must not be negative."));

var words = new Argument<string[]>("words");
var fleet = new Command(FleetSettings.Command) { words };
fleet.Hidden = true;
fleet.SetAction((arguments, _) => FleetProgram.RunAsync(FleetSettings.Parse(arguments.GetRequiredValue(words))));

var command = new RootCommand("Kills fleets while AWS fails, and proves that every effect happened once and no event was lost. Exits 0 when it is so, else 1.")
{
    minutes, seed, fleets, kills, entries, mutate, logs, fleet,
};
command.SetAction(async (arguments, cancellationToken) =>
{
    arguments.GetValue(logs)?.Create();
    var options = new TortureOptions(
        arguments.GetValue(minutes),
        arguments.GetValue(seed),
        arguments.GetValue(fleets),
        arguments.GetValue(kills) ?? (int)(20 * arguments.GetValue(minutes)),
        arguments.GetValue(entries),
        arguments.GetValue(mutate),
        arguments.GetValue(logs));
    try
    {
        return await new TortureRun(options, Console.Out, TimeProvider.System).RunAsync(cancellationToken) ? 0 : 1;
    }
    catch (OperationCanceledException)
    {
        await Console.Error.WriteLineAsync("Interrupted: nothing is proved.");
        return 1;
    }
});

// A fleet drains on SIGTERM by itself: the library would end the process under it. A run that is interrupted stops its fleets first.
TimeSpan? patience = args is [FleetSettings.Command, ..] ? null : TimeSpan.FromSeconds(90);
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = patience });

static void Require(bool holds, System.CommandLine.Parsing.OptionResult result, string otherwise)
{
    if (!holds)
    {
        result.AddError(otherwise);
    }
}
