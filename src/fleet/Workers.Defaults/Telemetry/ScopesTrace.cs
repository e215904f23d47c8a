using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Workers.Defaults.Telemetry;

/// <summary>Puts a line into the trace that its scope names, where no span is current: a message is settled after its handler's span.</summary>
internal sealed class ScopesTrace : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.TraceId != default)
        {
            return;
        }

        foreach (var (name, value) in data.Attributes ?? [])
        {
            switch (name, value)
            {
                case ("traceId", string trace):
                    data.TraceId = ActivityTraceId.CreateFromString(trace);
                    break;
                case ("spanId", string span):
                    data.SpanId = ActivitySpanId.CreateFromString(span);
                    break;
            }
        }
    }
}
