using Microsoft.Extensions.Logging;

namespace LocalAws.Tests.Data;

/// <summary>Keeps what is logged, and tells when there is more.</summary>
internal sealed class RecordingLogger : ILogger
{
    private readonly Lock _lock = new();
    private readonly List<(LogLevel Level, string Message)> _entries = [];
    private readonly List<(string Beginning, TaskCompletionSource Seen)> _awaited = [];

    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Where(entry => entry.Level == LogLevel.Error).Select(entry => entry.Message)];
            }
        }
    }

    /// <summary>Ends with the next entry that begins so.</summary>
    public Task NextAsync(string beginning, CancellationToken cancellationToken)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _awaited.Add((beginning, seen));
        }

        return seen.Task.WaitAsync(cancellationToken);
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var message = formatter(state, exception);
        lock (_lock)
        {
            _entries.Add((logLevel, message));
            _awaited.RemoveAll(one => message.StartsWith(one.Beginning, StringComparison.Ordinal) && one.Seen.TrySetResult());
        }
    }
}
