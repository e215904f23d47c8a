using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Effects.Rehearsals;
using Workers.Operations.DeadLetters;
using Workers.Operations.Timing;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Operations.Rehearsals;

/// <summary>
/// Sends back the groups that passed their rehearsal: of each one letter first, the rest only once the markers say that its handlers were
/// done. It stops where a letter comes back.
/// </summary>
/// <param name="fleet">The fleet.</param>
/// <param name="dlq">The dead-letter queue's unprefixed name.</param>
/// <param name="pace">How many are sent a second.</param>
/// <param name="patience">How long the first letter of a group may take.</param>
internal sealed class RehearsedRedrive(FleetAccess fleet, string dlq, Pace pace, TimeSpan patience)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Sends them back.</summary>
    /// <param name="letters">Every letter that was rehearsed.</param>
    /// <param name="onProgress">Told how many are done with.</param>
    /// <param name="cancellationToken">Ends it between letters.</param>
    public async Task<RehearsedRedriveAnswer> RunAsync(
        IReadOnlyList<LetterRehearsal> letters, Action<double> onProgress, CancellationToken cancellationToken)
    {
        var groups = new List<GroupRedrive>();
        var isStopped = false;
        foreach (var group in letters.GroupBy(letter => Fingerprint.Of(letter.Letter)).OrderByDescending(group => group.Count()))
        {
            var verdict = group.Max(letter => letter.Verdict);
            var redriven = isStopped || verdict is not Verdict.Passes
                ? new GroupRedrive(group.Key, verdict, group.Count(), 0, isStopped ? "an earlier group stopped the redrive" : WhyNot(verdict))
                : await RedriveAsync(group.Key, [.. group], cancellationToken);
            isStopped |= redriven.Redriven > 0 && redriven.Problem is not null;
            groups.Add(redriven);
            onProgress(groups.Sum(done => done.Letters));
        }

        return new(fleet.Naming.NameOf(dlq), groups);
    }

    private static string WhyNot(Verdict verdict) =>
        verdict is Verdict.StillFails ? "some of it would come back" : "its effect is elsewhere, and was not rehearsed: redrive it without --rehearsed";

    private async Task<GroupRedrive> RedriveAsync(Fingerprint fingerprint, List<LetterRehearsal> group, CancellationToken cancellationToken)
    {
        // A letter whose effect has happened proves nothing: one that is still to be decided goes first.
        var canary = group.Find(letter => letter.Message.Handlers.Any(handler => handler.Outcome is RehearsalOutcome.Decides)) ?? group[0];
        var sent = await SendAsync([canary], cancellationToken);
        if (sent.Problems().FirstOrDefault() is { } problem)
        {
            return new(fingerprint, Verdict.Passes, group.Count, 0, problem.Problem);
        }

        if (await WatchAsync(canary, cancellationToken) is { } failure)
        {
            return new(fingerprint, Verdict.Passes, group.Count, 1, failure);
        }

        var rest = group.FindAll(letter => letter != canary);
        var answer = rest.Count == 0 ? null : await SendAsync(rest, cancellationToken);
        return new(
            fingerprint,
            Verdict.Passes,
            group.Count,
            1 + (answer?.Removals.Count(removal => removal.Outcome is RemovalOutcome.Redriven) ?? 0),
            answer is { CameBack: > 0 } ? $"{answer.CameBack} came back" : answer?.Problems().FirstOrDefault()?.Problem);
    }

    private async Task<RemovalAnswer> SendAsync(IReadOnlyList<LetterRehearsal> letters, CancellationToken cancellationToken)
    {
        var url = await fleet.QueueUrlAsync(dlq, cancellationToken);
        var remover = new Redriving(fleet.Aws.Sqs, await RedriveRoutes.OfAsync(fleet, dlq, cancellationToken), new(fleet.Aws.Sqs, url));
        var filter = new LetterFilter { Among = letters.Select(letter => letter.Letter.MessageId).ToHashSet() };
        await using var walk = new DeadLetterWalk(fleet.Aws.Sqs, url);
        return await new Removing(walk, remover, filter, fleet.Time) { StopsWhenOneComesBack = true }
            .RemoveAsync(fleet.Naming.NameOf(dlq), pace, _ => { }, cancellationToken);
    }

    /// <summary>Waits until every handler of the letter has left its marker; what went wrong, where one did not.</summary>
    private async Task<string?> WatchAsync(LetterRehearsal canary, CancellationToken cancellationToken)
    {
        var begun = fleet.Time.GetTimestamp();
        while (!await IsDoneAsync(canary, cancellationToken))
        {
            if (await HasComeBackAsync(canary.Letter, cancellationToken))
            {
                return "the first one came back";
            }

            if (fleet.Time.GetElapsedTime(begun) > patience)
            {
                return $"the first one was not handled within {patience}: look at its queue with `fleet` and `status`";
            }

            await Task.Delay(LookEvery, fleet.Time, cancellationToken);
        }

        return null;
    }

    private async Task<bool> IsDoneAsync(LetterRehearsal canary, CancellationToken cancellationToken)
    {
        var markers = canary.Message.Handlers.Select(handler => handler.Marker!.PartitionValue).Distinct().ToList();
        var keys = markers.ConvertAll(marker => new Row { [IdempotencyColumns.Marker] = new(marker) });
        var rows = await fleet.Tables.FindAllAsync(Topology.IdempotencyTable, keys, cancellationToken);
        return rows.Count == markers.Count;
    }

    private async Task<bool> HasComeBackAsync(DeadLetter canary, CancellationToken cancellationToken)
    {
        var look = await LetterLook.AtAsync(fleet, dlq, new LetterFilter { EventId = canary.EventId }, limit: 1_000, cancellationToken);
        return look.Letters.Any(letter => letter.Body == canary.Body && letter.MessageId != canary.MessageId && letter.SentAt > canary.SentAt);
    }
}

/// <summary>What a redrive of rehearsed letters did.</summary>
/// <param name="Queue">The dead-letter queue, prefix included.</param>
/// <param name="Groups">What became of each group.</param>
internal sealed record RehearsedRedriveAnswer(string Queue, IReadOnlyList<GroupRedrive> Groups);

/// <summary>What became of one group.</summary>
/// <param name="Fingerprint">Which.</param>
/// <param name="Verdict">What its rehearsal said.</param>
/// <param name="Letters">How many letters it has.</param>
/// <param name="Redriven">How many of them were sent back.</param>
/// <param name="Problem">Why not all; null where all were.</param>
internal sealed record GroupRedrive(Fingerprint Fingerprint, Verdict Verdict, int Letters, int Redriven, string? Problem);
