using System.Collections.Concurrent;
using System.Diagnostics;
using Workers.Torture.Fleet;

namespace Workers.Torture.Killing;

/// <summary>A fleet's process, or the providers'. It ends with us: by its id when disposed of, and by the end of its standard input whatever ends us.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly ConcurrentQueue<DateTimeOffset> _lostLeases = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly Task<string> _errors;
    private readonly Task _lines;

    private ChildProcess(Process process, TimeProvider time)
    {
        (_process, _time) = (process, time);
        _errors = process.StandardError.ReadToEndAsync();
        _lines = ReadAsync();
    }

    /// <summary>Starts this very program with a command of its own.</summary>
    public static ChildProcess Start(IEnumerable<string> arguments, TimeProvider time) =>
        new(Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!, [.. Program(Environment.ProcessPath!), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!, time);

    /// <summary>How long it drained; zero where it was not told to.</summary>
    public TimeSpan Draining { get; private set; }

    /// <summary>Returns when it is at work, or has ended.</summary>
    public Task ReadyAsync() => _ready.Task;

    /// <summary>Waits for its end, at most so long.</summary>
    public async Task<bool> EndsWithinAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            await _process.WaitForExitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM; waits for the end of the drain, at most so long.</summary>
    public async Task<bool> DrainsWithinAsync(TimeSpan limit)
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        var startedAt = _time.GetTimestamp();
        var ended = await EndsWithinAsync(limit, CancellationToken.None);
        Draining = _time.GetElapsedTime(startedAt);
        return ended;
    }

    /// <summary>Waits for its end.</summary>
    /// <param name="name">Whose end it is.</param>
    /// <param name="how">What brought it about.</param>
    public async Task<FleetEnd> WaitAsync(string name, string how)
    {
        await _process.WaitForExitAsync();
        var at = _time.GetUtcNow();
        await _lines;
        return new FleetEnd(name, how, at, _process.ExitCode, Draining, [.. _lostLeases], await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == LostLeases.Word)
            {
                _lostLeases.Enqueue(_time.GetUtcNow());
            }
            else
            {
                _ready.TrySetResult();
            }
        }

        _ready.TrySetResult();
    }

    // Under `dotnet run` this process is the program's own host; under `dotnet Workers.Torture.dll` it is dotnet's.
    private static IEnumerable<string> Program(string host) =>
        Path.GetFileNameWithoutExtension(host) == "dotnet" ? [typeof(ChildProcess).Assembly.Location] : [];
}
