using System.Diagnostics;
using Workers.Torture.Fleet;

namespace Workers.Torture.Killing;

/// <summary>A fleet's process. It ends with us: by its id when disposed of, and by the end of its standard input whatever ends us.</summary>
internal sealed class FleetProcess : IDisposable
{
    private readonly Process _process;

    private readonly Task<string> _errors;

    private FleetProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static FleetProcess Start(FleetSettings settings) =>
        new(Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!, [.. Program(Environment.ProcessPath!), .. settings.ToArguments()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>How long it drained; zero where it was not told to.</summary>
    public TimeSpan Draining { get; private set; }

    /// <summary>Returns when it is at work, or has ended.</summary>
    public async Task<bool> ReadyAsync(CancellationToken cancellationToken) =>
        await _process.StandardOutput.ReadLineAsync(cancellationToken) == FleetProgram.Ready;

    /// <summary>Waits for its end, at most so long.</summary>
    public async Task<bool> EndsWithinAsync(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(limit, time);
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
    public async Task<bool> DrainsWithinAsync(TimeSpan limit, TimeProvider time)
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        var startedAt = time.GetTimestamp();
        var ended = await EndsWithinAsync(limit, time, CancellationToken.None);
        Draining = time.GetElapsedTime(startedAt);
        return ended;
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>What it wrote to its standard error, once it has ended.</summary>
    public Task<string> ErrorsAsync() => _errors;

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    // Under `dotnet run` this process is the program's own host; under `dotnet Workers.Torture.dll` it is dotnet's.
    private static IEnumerable<string> Program(string host) =>
        Path.GetFileNameWithoutExtension(host) == "dotnet" ? [typeof(FleetProcess).Assembly.Location] : [];
}
