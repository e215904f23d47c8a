using Workers.Effects.Rehearsals;
using Workers.Engine;
using Workers.Operations.DeadLetters;

namespace Workers.Operations.Rehearsals;

/// <summary>What today's code would make of a dead letter.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Message">What its handlers would do.</param>
internal sealed record LetterRehearsal(DeadLetter Letter, RehearsedMessage Message)
{
    /// <summary>What would come of it, all handlers together.</summary>
    public Verdict Verdict =>
        Message.Problem is not null || Message.Handlers.Any(IsFailing) ? Verdict.StillFails
        : Message.Handlers.Any(handler => handler.Outcome is RehearsalOutcome.NotRehearsed) ? Verdict.NotRehearsed
        : Verdict.Passes;

    /// <summary>Asks the handlers of its queue.</summary>
    public static async Task<LetterRehearsal> OfAsync(RehearsalHost host, DeadLetter letter, CancellationToken cancellationToken) => new(
        letter,
        await host.RunAsync(
            letter.Body,
            letter.Attributes.GetValueOrDefault(DeadLetterAttributes.OriginalMessageId) ?? letter.MessageId,
            letter.SentAt,
            again: false,
            cancellationToken));

    private static bool IsFailing(RehearsedHandler handler) =>
        handler.Outcome is RehearsalOutcome.Fails or RehearsalOutcome.Rejects or RehearsalOutcome.Refused;
}

/// <summary>What would come of a dead letter, or of a group of them.</summary>
internal enum Verdict
{
    /// <summary>Every handler would be done.</summary>
    Passes,

    /// <summary>The handlers that were asked would be done, and others have their effect elsewhere.</summary>
    NotRehearsed,

    /// <summary>It would come back.</summary>
    StillFails,
}
