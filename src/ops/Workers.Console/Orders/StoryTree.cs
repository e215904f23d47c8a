namespace Workers.Console.Orders;

/// <summary>Puts events under what caused them.</summary>
internal static class StoryTree
{
    /// <summary>Each event right behind its cause and that cause's earlier effects; one whose cause is not among them is a root.</summary>
    public static IEnumerable<(StoryEvent Event, int Depth)> Order(IReadOnlyList<StoryEvent> events)
    {
        var known = events.Select(told => told.EventId).ToHashSet();
        var effects = events.Where(told => IsEffect(told, known)).ToLookup(told => told.CausationId!);
        var shown = new HashSet<StoryEvent>();
        return events.Where(told => !IsEffect(told, known)).SelectMany(root => Below(root, 0, effects, shown)).ToList()
            .Concat(events.Where(told => !shown.Contains(told)).Select(told => (told, 0)));   // causes that go round: foreign metadata
    }

    private static bool IsEffect(StoryEvent told, HashSet<string> known) =>
        told.CausationId is { } cause && cause != told.EventId && known.Contains(cause);

    private static IEnumerable<(StoryEvent Event, int Depth)> Below(
        StoryEvent told, int depth, ILookup<string, StoryEvent> effects, HashSet<StoryEvent> shown)
    {
        if (!shown.Add(told))
        {
            yield break;
        }

        yield return (told, depth);
        foreach (var below in effects[told.EventId].SelectMany(effect => Below(effect, depth + 1, effects, shown)))
        {
            yield return below;
        }
    }
}
