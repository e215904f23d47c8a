using System.Text;

namespace Workers.Events.Publishing;

/// <summary>Cuts events into calls, in order: at most ten entries and 1 MB each.</summary>
internal static class PutEventsBatches
{
    /// <summary>The most bytes of one call's entries, hence of one entry: 1 MB.</summary>
    public const int MostBytes = 1_048_576;

    private const int MostEntries = 10;
    private const int BytesOfTime = 14;

    /// <exception cref="EventTooLargeException">One of the events fits no call.</exception>
    public static List<List<OutgoingEvent>> Of(IReadOnlyList<OutgoingEvent> events)
    {
        var batches = new List<List<OutgoingEvent>>();
        var room = 0;
        foreach (var outgoing in events)
        {
            var size = SizeOf(outgoing);
            if (size > MostBytes)
            {
                throw new EventTooLargeException(outgoing.EventId, size);
            }

            if (size > room || batches[^1].Count == MostEntries)
            {
                batches.Add([]);
                room = MostBytes;
            }

            batches[^1].Add(outgoing);
            room -= size;
        }

        return batches;
    }

    /// <summary>How EventBridge counts an entry.</summary>
    private static int SizeOf(OutgoingEvent outgoing) =>
        BytesOfTime
        + Encoding.UTF8.GetByteCount(outgoing.Name.Source)
        + Encoding.UTF8.GetByteCount(outgoing.Name.DetailType)
        + Encoding.UTF8.GetByteCount(outgoing.Detail);
}
