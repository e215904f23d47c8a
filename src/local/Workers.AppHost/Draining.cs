using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Workers.AppHost;

/// <summary>
/// Lets every host drain before the orchestrator ends the rest, the embedded AWS among it: a drain still deletes its messages there.
/// The app host's exit code is 1 where a host's was not 0.
/// </summary>
internal sealed partial class Draining(
    DistributedApplicationModel model,
    ResourceCommandService commands,
    ResourceNotificationService states,
    ILogger<Draining> logger) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.WhenAll(
        model.Resources.Where(IsHost).Select(host => DrainAsync(host, cancellationToken)));

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task DrainAsync(IResource host, CancellationToken cancellationToken)
    {
        await commands.ExecuteCommandAsync(host, KnownResourceCommands.StopCommand, cancellationToken);
        var ended = await states.WaitForResourceAsync(
            host.Name, change => KnownResourceStates.TerminalStates.Contains(change.Snapshot.State?.Text), cancellationToken);
        LogDrained(host.Name, ended.Snapshot.ExitCode);
        if (ended.Snapshot.ExitCode is not 0)
        {
            Environment.ExitCode = 1;
        }
    }

    // What waits for the provisioning to be complete.
    private static bool IsHost(IResource resource) =>
        resource.Annotations.OfType<WaitAnnotation>().Any(wait => wait.WaitType == WaitType.WaitForCompletion);

    [LoggerMessage(LogLevel.Information, "{Host} has drained, exit code {ExitCode}")]
    private partial void LogDrained(string host, int? exitCode);
}
