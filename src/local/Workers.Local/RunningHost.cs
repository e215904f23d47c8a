namespace Workers.Local;

/// <summary>One deployable's host, from its start to the end of its drain.</summary>
internal sealed class RunningHost
{
    private readonly IHostApplicationLifetime _lifetime;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _name;

    public RunningHost(WebApplication host, Func<WebApplication, Task> run)
    {
        _name = host.Environment.ApplicationName;
        _lifetime = host.Lifetime;
        _lifetime.ApplicationStarted.Register(_started.SetResult);
        Completion = run(host);
    }

    /// <summary>Completes when the host has drained.</summary>
    public Task Completion { get; }

    /// <summary>Returns when the host is at work.</summary>
    /// <exception cref="FleetFailedException">It ended instead.</exception>
    public async Task StartedAsync()
    {
        if (await Task.WhenAny(_started.Task, Completion) != _started.Task)
        {
            throw new FleetFailedException($"{_name} did not start; it has logged why.");
        }
    }

    /// <summary>Begins the drain.</summary>
    public void Stop()
    {
        if (!Completion.IsCompleted)
        {
            _lifetime.StopApplication();
        }
    }
}
