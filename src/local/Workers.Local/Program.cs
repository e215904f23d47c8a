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
var data = new Option<string?>("--data")
{
    Description = "A directory that the embedded AWS keeps its state in, so that the next run goes on where this one ended.",
};
data.Validators.Add(result =>
{
    if (result.GetValueOrDefault<string?>() is "")
    {
        result.AddError("--data must name a directory.");
    }
});
var demo = new Option<bool>("--demo") { Description = "Runs the demo and exits with its verdict." };
var hold = new Option<bool>("--hold") { Description = "With --demo: goes on until Ctrl-C, so that the demo's day can be looked at in the console." };

var command = new RootCommand("The fleet in one process, on an embedded AWS.")
{
    awsPort, httpPort, consolePort, orderDeadline, data, demo, hold,
};
command.Validators.Add(result =>
{
    if (result.GetValue(demo) && result.GetValue(data) is not null)
    {
        result.AddError("--demo checks the books of its own orders: it begins with nothing, without --data.");
    }
});
command.SetAction((arguments, cancellationToken) => LocalRun.RunAsync(
    new LocalOptions(
        arguments.GetValue(awsPort),
        arguments.GetValue(httpPort),
        arguments.GetValue(consolePort),
        arguments.GetValue(orderDeadline),
        arguments.GetValue(demo),
        arguments.GetValue(hold))
    {
        DataDirectory = arguments.GetValue(data),
    },
    cancellationToken));

// The hosts drain on SIGTERM by themselves; the library would end the process under them.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
