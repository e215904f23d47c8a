using System.CommandLine;
using Workers.Benchmarks;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Micro;
using Workers.Benchmarks.Peer;

var json = new Option<FileInfo?>("--json") { Description = "Writes the figures to this file as well." };
var isLong = new Option<bool>("--long") { Description = "Measures memory over 1,000,000 messages instead of 200,000." };
var only = new Option<string?>("--only") { Description = "Measures one step alone." };
only.AcceptOnlyFromAmong(EngineBenchmark.Steps);
var engine = new Command("engine", "Measures the engine beside bare loops and the loop that most consumers are.") { json, isLong, only };
engine.SetAction((arguments, cancellationToken) => EngineBenchmark.RunAsync(
    arguments.GetValue(json), arguments.GetValue(isLong), arguments.GetValue(only), cancellationToken));

var effects = new Command("effects", "Measures group commit beside one transaction per message and the textbook pattern.") { json };
effects.SetAction((arguments, cancellationToken) => EffectsBenchmark.RunAsync(arguments.GetValue(json), cancellationToken));

var peer = new Command("peer", "Measures our worker beside the npm package sqs-consumer.") { json };
peer.SetAction((arguments, cancellationToken) => PeerBenchmark.RunAsync(arguments.GetValue(json), cancellationToken));

var micro = new Command("micro", "Times one message's parse, dispatch and settle, with the bytes that each allocates.");
micro.SetAction(_ => MicroBenchmark.Run());

var localAws = new Command("local-aws", "Measures what one core of the embedded AWS serves, beside moto_server where it is installed.") { json };
localAws.SetAction((arguments, cancellationToken) => LocalAwsBenchmark.RunAsync(arguments.GetValue(json), cancellationToken));

var words = new Argument<string[]>("words");
var worker = new Command(ChildWorker.Command) { words };
worker.Hidden = true;
worker.SetAction((arguments, cancellationToken) => ChildWorker.Parse(arguments.GetRequiredValue(words)).RunAsync(cancellationToken));

var command = new RootCommand("Benchmarks on the embedded AWS; run them in Release.")
{
    engine, effects, peer, micro, localAws, worker,
};
// The workers drain on SIGTERM by themselves; the library would end the process under them.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
