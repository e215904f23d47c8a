using Workers.Effects.Rehearsals;
using Workers.Operations.DeadLetters;

namespace Workers.Operations.Rehearsals;

/// <summary>What today's code would make of a queue's dead letters. Nothing was written, published or deleted.</summary>
/// <param name="Queue">The dead-letter queue, prefix included.</param>
/// <param name="IsWhole">Whether the whole queue was looked at; false where the limit came first.</param>
/// <param name="Groups">The letters by their fingerprints, the most frequent first.</param>
internal sealed record RehearsalAnswer(string Queue, bool IsWhole, IReadOnlyList<GroupRehearsal> Groups)
{
    public static RehearsalAnswer Of(string queue, bool isWhole, IEnumerable<LetterRehearsal> letters) => new(
        queue,
        isWhole,
        [.. letters.GroupBy(letter => Fingerprint.Of(letter.Letter)).Select(GroupRehearsal.Of).OrderByDescending(group => group.Letters.Count)]);
}

/// <summary>The letters of one fingerprint.</summary>
/// <param name="Fingerprint">What they have in common.</param>
/// <param name="Verdict">The worst of theirs.</param>
/// <param name="Letters">Each of them.</param>
internal sealed record GroupRehearsal(Fingerprint Fingerprint, Verdict Verdict, IReadOnlyList<RehearsedLetter> Letters)
{
    public static GroupRehearsal Of(IGrouping<Fingerprint, LetterRehearsal> group) =>
        new(group.Key, group.Max(letter => letter.Verdict), [.. group.Select(RehearsedLetter.Of)]);
}

/// <summary>One letter.</summary>
/// <param name="MessageId">SQS's id.</param>
/// <param name="EventId">The event's idempotency key, where it is known.</param>
/// <param name="Event">Source and detail-type, where the body has them.</param>
/// <param name="Verdict">What would come of it.</param>
/// <param name="Problem">Why no handler would get it; null where one would.</param>
/// <param name="Handlers">What each handler would do.</param>
internal sealed record RehearsedLetter(
    string MessageId, string? EventId, string? Event, Verdict Verdict, string? Problem, IReadOnlyList<HandlerView> Handlers)
{
    public static RehearsedLetter Of(LetterRehearsal rehearsed) => new(
        rehearsed.Letter.MessageId,
        rehearsed.Letter.EventId,
        rehearsed.Letter.Event,
        rehearsed.Verdict,
        rehearsed.Message.Problem,
        [.. rehearsed.Message.Handlers.Select(HandlerView.Of)]);
}

/// <summary>What one handler would do about one event.</summary>
/// <param name="Handler">Its name.</param>
/// <param name="Outcome">What would come of it.</param>
/// <param name="Problem">Why it would fail, reject or be refused; null where it would not.</param>
/// <param name="ExceptionType">What it would throw; null where it would not.</param>
/// <param name="Writes">What it would write beside its marker, in words.</param>
/// <param name="Emits">The names of what it would publish, each with its event id.</param>
internal sealed record HandlerView(
    string Handler,
    RehearsalOutcome Outcome,
    string? Problem,
    string? ExceptionType,
    IReadOnlyList<string> Writes,
    IReadOnlyList<string> Emits)
{
    public static HandlerView Of(RehearsedHandler handler) => new(
        handler.Handler,
        handler.Outcome,
        handler.Problem,
        handler.ExceptionType,
        [.. handler.Writes.Select(WriteText.Of)],
        [.. handler.Emits.Select(outgoing => $"{outgoing.Name} {outgoing.EventId}")]);
}
