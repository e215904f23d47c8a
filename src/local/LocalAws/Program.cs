using System.Runtime.InteropServices;
using LocalAws;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    if (args is ["--health", .. var options])
    {
        return await HealthProbe.RunAsync(LocalAwsArguments.Parse(options), stop.Token);
    }

    return await RunAsync(LocalAwsArguments.Parse(args));
}
catch (OperationCanceledException)
{
    return 0;
}
catch (Exception exception) when (exception is FormatException or ArgumentException or IOException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

async Task<int> RunAsync(LocalAwsOptions settings)
{
    using var loggers = LoggerFactory.Create(logging => logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
    var server = await LocalAwsServer.StartAsync(settings with { Logger = loggers.CreateLogger("LocalAws") }, stop.Token);
    await using (server)
    {
        var keeping = settings.DataDirectory is null ? "in memory" : $"kept in {Path.GetFullPath(settings.DataDirectory)}";
        Console.WriteLine(
            $"LocalAws listens on {server.Endpoint} (SQS, SNS, EventBridge, DynamoDB, Step Functions; {keeping}, for development and tests)");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    return server.IsDataBehind ? 1 : 0;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
