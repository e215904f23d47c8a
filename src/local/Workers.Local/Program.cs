using System.CommandLine;
using Workers.Local;

var awsPort = PortOption.Of("--aws-port", "the embedded AWS", usual: 4566);
var httpPort = PortOption.Of("--http-port", "the producer's API", usual: 5080);
var consolePort = PortOption.Of("--console-port", "the console", usual: 5090);
var orderDeadline = new Option<TimeSpan?>("--order-deadline")
{
    Description = "How long an order may take to be paid, and then to be shipped, as 00:00:30; up to 00:15:00, which is usual.",
};
orderDeadline.Validators.Add(result =>
{
    if (result.GetValueOrDefault<TimeSpan?>() is { } time && (time < TimeSpan.FromSeconds(1) || time > TimeSpan.FromMinutes(15)))
    {
        result.AddError("--order-deadline must be from 00:00:01 to 00:15:00.");
    }
});
var demo = new Option<bool>("--demo") { Description = "Runs the demo and exits with its verdict." };
var hold = new Option<bool>("--hold") { Description = "With --demo: goes on until Ctrl-C, so that the demo's day can be looked at in the console." };

var command = new RootCommand("The fleet in one process, on an embedded AWS in memory.") 
{
    awsPort, httpPort, consolePort, orderDeadline, demo, hold,
};
command.SetAction((arguments, cancellationToken) => LocalRun.RunAsync(
    new LocalOptions(
        arguments.GetValue(awsPort),
        arguments.GetValue(httpPort),
        arguments.GetValue(consolePort),
        arguments.GetValue(orderDeadline),
        arguments.GetValue(demo),
        arguments.GetValue(hold)),
    cancellationToken));

// The hosts drain on SIGTERM by themselves; the library would end the process under them.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
