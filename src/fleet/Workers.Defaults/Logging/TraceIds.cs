using Serilog.Core;
using Serilog.Events;

namespace Workers.Defaults.Logging;

/// <summary>Gives the lines of a request or a span its trace's ids, where no scope has: a message's scope has its own.</summary>
internal sealed class TraceIds : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent is { TraceId: { } trace, SpanId: { } span })
        {
            logEvent.AddPropertyIfAbsent(new("traceId", new ScalarValue(trace.ToHexString())));
            logEvent.AddPropertyIfAbsent(new("spanId", new ScalarValue(span.ToHexString())));
        }
    }
}
