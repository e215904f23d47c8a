using Workers.Defaults;

namespace Workers.Torture.Fleet;

/// <summary>A fleet in a process of its own: all workers, until SIGTERM, the death that was planned, or the end of our parent.</summary>
internal static class FleetProgram
{
    /// <summary>What it writes when all are at work.</summary>
    public const string Ready = "ready";

    /// <returns>1 when a worker ended with a fault, else 0.</returns>
    public static async Task<int> RunAsync(FleetSettings settings)
    {
        using var log = settings.Log is { } path ? new StreamWriter(path) { AutoFlush = true } : StreamWriter.Null;
        var output = System.Console.Out;
        using var lostLeases = new LostLeases(output);
        System.Console.SetOut(TextWriter.Synchronized(log));
        var hosts = new FleetHosts(settings).Build();
        var lifetimes = hosts.Select(host => host.Lifetime).ToList();
        var started = Task.WhenAll(hosts.Select(StartedAsync));
        var running = hosts.Select(host => host.RunWorkerAsync()).ToList();
        if (await Task.WhenAny([started, .. running]) == started)
        {
            await output.WriteLineAsync(Ready);
        }

        if (await Task.WhenAny([ParentEndsAsync(), .. running]) is var ended && !running.Contains(ended))
        {
            Environment.Exit(2);   // nobody is there any more to end us by our id
        }

        // SIGTERM ends all of them, a fault only one.
        lifetimes.ForEach(lifetime => lifetime.StopApplication());

        await Task.WhenAll(running);
        return Environment.ExitCode;
    }

    private static Task StartedAsync(WebApplication host)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Lifetime.ApplicationStarted.Register(started.SetResult);
        return started.Task;
    }

    /// <summary>Our standard input is a pipe of our parent's: it ends when our parent does, whatever ended it.</summary>
    private static Task<string> ParentEndsAsync() => Task.Run(System.Console.In.ReadToEnd);
}
