using System.Text.Json;
using Workers.Events;
using Workers.Events.Publishing;

namespace Workers.Cli.Publishing;

/// <summary>Publishes what an input says, or nothing of it where some entry is invalid.</summary>
internal sealed class EventFile(EntryReader reader, IEventPublisher publisher)
{
    /// <summary>Calls take ten entries; between so many of them, somebody may interrupt.</summary>
    private const int Portion = 100;

    /// <summary>Reads and publishes. Cancelling it ends it between portions; the results say which were published.</summary>
    public async Task<IReadOnlyList<EntryResult>> PublishAsync(string input, bool dryRun, CancellationToken cancellationToken)
    {
        var (events, results) = Read(input);
        if (dryRun || results.Any(result => result.Status is EntryStatus.Invalid))
        {
            return results;
        }

        foreach (var portion in events.Index().Chunk(Portion))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            var problems = await PublishAsync([.. portion.Select(entry => entry.Item)]);
            foreach (var (index, outgoing) in portion)
            {
                results[index] = problems.TryGetValue(outgoing.EventId, out var problem)
                    ? results[index] with { Status = EntryStatus.Refused, Problem = problem }
                    : results[index] with { Status = EntryStatus.Published };
            }
        }

        return results;
    }

    private (List<OutgoingEvent> Events, List<EntryResult> Results) Read(string input)
    {
        var (ids, seen) = (new EntryIds(), new SeenIds());
        var (events, results) = (new List<OutgoingEvent>(), new List<EntryResult>());
        foreach (var (index, entry) in EntryParser.Parse(input).Index())
        {
            if (entry.Content is not { } content)
            {
                results.Add(new(index + 1, null, null, EntryStatus.Invalid, entry.Problem));
                continue;
            }

            try
            {
                var outgoing = reader.Read(content, ids.For(content));
                var problem = seen.ProblemOf(outgoing.EventId, index + 1, content);
                events.Add(outgoing);
                results.Add(new(
                    index + 1,
                    outgoing.Name.ToString(),
                    outgoing.EventId,
                    problem is null ? EntryStatus.NotSent : EntryStatus.Invalid,
                    problem is null ? null : $"line {entry.Line}: {problem}"));
            }
            catch (Exception exception) when (exception is PoisonEventException or UnknownEventException or JsonException)
            {
                results.Add(new(index + 1, null, null, EntryStatus.Invalid, $"line {entry.Line}: {exception.Message}"));
            }
        }

        return (events, results);
    }

    /// <summary>Publishes a portion to its end; the answer is why some were not taken, by event id.</summary>
    private async Task<IReadOnlyDictionary<string, string>> PublishAsync(IReadOnlyList<OutgoingEvent> events)
    {
        try
        {
            await publisher.PublishAsync(events, CancellationToken.None);
            return new Dictionary<string, string>();
        }
        catch (PublishFailedException failure)
        {
            var problem = failure.InnerException?.Message ?? failure.Message;
            var advice = failure.OutcomeIsUnknown ? " It may have been taken all the same: to publish the same input again is safe." : "";
            return Problems(failure.NotTaken, problem + advice);
        }
        catch (EventTooLargeException failure)
        {
            return Problems(events, failure.Message);
        }
    }

    private static Dictionary<string, string> Problems(IEnumerable<OutgoingEvent> events, string problem) =>
        events.Select(outgoing => outgoing.EventId).Distinct().ToDictionary(id => id, _ => problem);
}
