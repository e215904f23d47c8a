using System.CommandLine;
using Workers.Local;

var awsPort = PortOption.Of("--aws-port", "the embedded AWS", usual: 4566);
var httpPort = PortOption.Of("--http-port", "the producer's API", usual: 5080);
var demo = new Option<bool>("--demo") { Description = "Runs the demo and exits with its verdict." };

var command = new RootCommand("The fleet in one process, on an embedded AWS in memory.") { awsPort, httpPort, demo };
command.SetAction((arguments, cancellationToken) => LocalRun.RunAsync(
    new LocalOptions(arguments.GetValue(awsPort), arguments.GetValue(httpPort), arguments.GetValue(demo)), cancellationToken));

// The hosts drain on SIGTERM by themselves; the library would end the process under them.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
