using Serilog.Core;
using Serilog.Events;

namespace Workers.Defaults.Logging;

/// <summary>Leaves out of a developer's console what the message already says.</summary>
internal sealed class ReadableLines : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        logEvent.RemovePropertyIfPresent(Constants.SourceContextPropertyName);
        logEvent.RemovePropertyIfPresent("EventId");
    }
}
