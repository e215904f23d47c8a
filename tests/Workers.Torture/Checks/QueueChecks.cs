using Workers.Contracts;
using Workers.Torture.Aws;
using Workers.Torture.Killing;
using Workers.Torture.Trade;

namespace Workers.Torture.Checks;

/// <summary>Group 4: nothing is left over, and the run was what it was to be.</summary>
internal static class QueueChecks
{
    public static IEnumerable<Check> Of(Books books, Findings findings, Graveyard graveyard, int kills)
    {
        yield return new(
            "the queues are empty and nothing is invisible",
            [.. findings.Depths.Where(queue => queue.Value != (0, 0)).Select(queue => $"{queue.Key}: {queue.Value.All}, {queue.Value.Invisible} invisible")],
            $"{findings.Depths.Count} queues");

        // A kill between the dead-letter queue's yes and the delete leaves a letter twice: at least once is all that SQS gives.
        var letters = TortureAws.DeadLetterQueues.ToDictionary(queue => queue.Key, queue => findings.DeadLetters[queue.Value]);
        var copies = letters.Values.Sum(bodies => bodies.Count - bodies.Distinct().Count());
        yield return new(
            "the dead-letter queues hold exactly the poison that was put in",
            [.. letters.SelectMany(queue => Differences(queue.Key, queue.Value, books)),
                .. findings.DeadLetters[Topology.UndeliveredDlq].Select(body => $"{Topology.UndeliveredDlq} holds {body}")],
            $"{letters.Values.Sum(bodies => bodies.Count)} letters, {copies} of them copies");
        yield return new(
            "no fleet ended but by our hand, and each that was told to stop drained and said that all went well",
            [.. graveyard.Ends.Where(end => !end.IsInOrder || end.How == FleetEnd.ByItself).Select(end => $"{end}")],
            $"{graveyard.Ends.Count} fleets");
        yield return new(
            "there were as many kills as were asked for",
            graveyard.Kills >= kills ? [] : [$"{graveyard.Kills}, not {kills}"],
            $"{graveyard.Kills} kills: {graveyard.Summary()}");
    }

    // A rule that leaves out what the state machine leads lets pass what does not say how it is led.
    private static bool IsSentOrders(string queue) => Topology.Rules.Any(rule =>
        rule.Pattern.Events.Contains(EventNames.OrderPlaced)
        && (rule.Pattern.Detail?.Contains("fulfilment", StringComparison.Ordinal) ?? true)
        && rule.Targets.Contains(queue));

    private static IEnumerable<string> Differences(string queue, IReadOnlyList<string> bodies, Books books)
    {
        var expected = books.PoisonMessages.Where(poison => poison.Queue == queue).Select(poison => poison.Body)
            .Concat(IsSentOrders(queue) ? books.PoisonEvents : [])
            .ToHashSet();
        var found = bodies.Select(body => books.PoisonEvents.FirstOrDefault(id => body.Contains($"\"{id}\"", StringComparison.Ordinal)) ?? body)
            .ToHashSet();
        return
        [
            .. expected.Except(found).Select(poison => $"{queue} lacks {poison}"),
            .. found.Except(expected).Select(body => $"{queue} has {body[..Math.Min(body.Length, 300)]}"),
        ];
    }
}
