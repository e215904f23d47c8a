namespace Workers.Events.Publishing;

/// <summary>Cuts events into calls, in order: at most ten entries and 1 MB each.</summary>
internal static class PutEventsBatches
{
    private const int MostEntries = 10;

    /// <exception cref="EventTooLargeException">One of the events fits no call.</exception>
    public static List<List<OutgoingEvent>> Of(IReadOnlyList<OutgoingEvent> events)
    {
        var batches = new List<List<OutgoingEvent>>();
        var room = 0;
        foreach (var outgoing in events)
        {
            var size = EntrySize.Of(outgoing);
            if (size > EntrySize.Most)
            {
                throw new EventTooLargeException(outgoing.EventId, size);
            }

            if (size > room || batches[^1].Count == MostEntries)
            {
                batches.Add([]);
                room = EntrySize.Most;
            }

            batches[^1].Add(outgoing);
            room -= size;
        }

        return batches;
    }
}
