using System.Diagnostics;
using Workers.Events.Telemetry;

namespace Workers.Events.Publishing;

/// <summary>The span of one call of PutEvents. Consumers' spans do not hang on it, but on the one that made their event.</summary>
internal static class PutEventsSpan
{
    /// <summary>
    /// Begins under the current span, which made the events. Where there is none, as with events of many messages in one call,
    /// it begins in the trace of the first event and links to those of the others. Null where nobody listens.
    /// </summary>
    public static Activity? Start(ActivitySource source, string bus, IReadOnlyList<OutgoingEvent> events)
    {
        if (!source.HasListeners())
        {
            return null;
        }

        var makers = events.Select(outgoing => TraceContext.OfDetail(outgoing.Detail)).Where(maker => maker != default).Distinct().ToList();
        var parent = Activity.Current?.Context ?? makers.FirstOrDefault();
        return source.StartActivity(
            $"{Names.Publish} {bus}",
            ActivityKind.Client,
            parent,
            [
                new(Names.MessagingSystem, Names.AwsEventBridge),
                new(Names.Bus, bus),
                new(Names.Operation, Names.Publish),
                new(Names.OperationType, Names.Send),
                new(Names.BatchSize, events.Count),
            ],
            makers.Where(maker => maker.TraceId != parent.TraceId).Select(maker => new ActivityLink(maker)));
    }

    /// <summary>Says that the call failed, or entries of it.</summary>
    public static void Failed(this Activity? span, string error) =>
        span?.SetTag(Names.Error, error).SetStatus(ActivityStatusCode.Error);
}
