using Microsoft.Extensions.Logging;

namespace Workers.Tests.Engine;

/// <summary>Records what is logged, and the message ids of all scopes that it is logged in.</summary>
internal sealed class RecordingLogger : ILogger
{
    private readonly LoggerExternalScopeProvider _scopes = new();

    public List<(string Text, string MessageIds)> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _scopes.Push(state);

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        List<object?> ids = [];
        _scopes.ForEachScope(
            static (scope, ids) => ids.AddRange(
                ((IEnumerable<KeyValuePair<string, object?>>)scope!).Where(pair => pair.Key == "messageId").Select(pair => pair.Value)),
            ids);
        Lines.Add((formatter(state, exception), string.Join(' ', ids)));
    }
}
