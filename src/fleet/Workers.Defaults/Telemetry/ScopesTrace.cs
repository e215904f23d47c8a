using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Workers.Defaults.Telemetry;

/// <summary>Puts a line into the trace that its scope names, where no span is current: a message is settled after its handler's span.</summary>
internal sealed class ScopesTrace : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.TraceId == default)
        {
            data.ForEachScope(Apply, data);
        }
    }

    private static void Apply(LogRecordScope scope, LogRecord line)
    {
        foreach (var (name, value) in scope)
        {
            switch (name, value)
            {
                case ("traceId", string trace):
                    line.TraceId = ActivityTraceId.CreateFromString(trace);
                    break;
                case ("spanId", string span):
                    line.SpanId = ActivitySpanId.CreateFromString(span);
                    break;
            }
        }
    }
}
