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

    await using var server = await LocalAwsServer.StartAsync(LocalAwsArguments.Parse(args), stop.Token);
    Console.WriteLine(
        $"LocalAws listens on {server.Endpoint} (SQS, SNS, EventBridge, DynamoDB, Step Functions; in memory, for development and tests)");
    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token);
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

return 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
