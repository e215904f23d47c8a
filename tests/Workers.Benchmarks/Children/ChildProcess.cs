using System.Diagnostics;

namespace Workers.Benchmarks.Children;

/// <summary>A process that we started, which is ended with us.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>The processor time that it has used so far, on all cores together.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The memory that it holds, without a collection forced.</summary>
    public double ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts another program, or one of our own assemblies through <c>dotnet</c>.</summary>
    public static ChildProcess Start(string program, params IEnumerable<string> arguments) =>
        new(Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!);

    /// <summary>Starts another program, whose words nobody reads.</summary>
    public static ChildProcess StartQuietly(string program, params IEnumerable<string> arguments)
    {
        var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process);
    }

    /// <summary>Starts the executable of an assembly that lies beside ours.</summary>
    public static ChildProcess StartAssembly(string assembly, params IEnumerable<string> arguments) =>
        Start("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"), .. arguments]);

    /// <summary>The next line that it writes.</summary>
    /// <exception cref="InvalidOperationException">It ended instead.</exception>
    public async Task<string> ReadLineAsync(CancellationToken cancellationToken) =>
        await _process.StandardOutput.ReadLineAsync(cancellationToken)
        ?? throw new InvalidOperationException(
            $"{_process.StartInfo.FileName} {_process.StartInfo.ArgumentList.First()} ended unexpectedly.");

    /// <summary>Gives it a line to read.</summary>
    public async Task WriteLineAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Sends SIGTERM and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        await _process.StandardOutput.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
