using System.CommandLine;
using Workers.Benchmarks;
using Workers.Benchmarks.Children;

var json = new Option<FileInfo?>("--json") { Description = "Writes the figures to this file as well." };
var isLong = new Option<bool>("--long")
{
    Description = "Takes as long as it takes, and looks at memory after 1,000,000 messages instead of 200,000.",
};
var only = new Option<string?>("--only") { Description = "Measures one step alone." };
only.AcceptOnlyFromAmong(EngineBenchmark.StepNames);
var engine = new Command("engine", "Measures the engine beside bare loops and a peer, within five minutes.") { json, isLong, only };
engine.SetAction((arguments, _) => EngineBenchmark.RunAsync(
    arguments.GetValue(json), arguments.GetValue(isLong), arguments.GetValue(only)));

var effects = new Command("effects", "Measures group commit beside one transaction per message and the textbook pattern.") { json };
effects.SetAction((arguments, cancellationToken) => EffectsBenchmark.RunAsync(arguments.GetValue(json), cancellationToken));

var isQuick = new Option<bool>("--quick") { Description = "Takes a tenth of the orders, once: to see whether it works." };
var saga = new Command("saga", "Measures an order's way through all six workers beside the textbook's.") { json, isQuick };
saga.SetAction((arguments, cancellationToken) => SagaBenchmark.RunAsync(
    arguments.GetValue(json), arguments.GetValue(isQuick), cancellationToken));

var localAws = new Command(
    "local-aws", "Measures what one core of the embedded AWS serves, beside moto_server where it is installed.") { json };
localAws.SetAction((arguments, cancellationToken) => LocalAwsBenchmark.RunAsync(arguments.GetValue(json), cancellationToken));

var whatItIs = new Argument<string>("what");
var worker = new Command(ChildWorker.Command) { whatItIs };
worker.Hidden = true;
worker.SetAction((arguments, cancellationToken) => ChildWorker.Parse(arguments.GetRequiredValue(whatItIs)).RunAsync(cancellationToken));

var command = new RootCommand("Benchmarks on the embedded AWS; run them in Release.")
{
    engine, effects, saga, localAws, worker,
};
// The workers drain on SIGTERM by themselves; the library would end the process under them.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
