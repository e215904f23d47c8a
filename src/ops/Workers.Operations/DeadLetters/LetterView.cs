namespace Workers.Operations.DeadLetters;

/// <summary>A dead letter, as it is told.</summary>
/// <param name="MessageId">SQS's id.</param>
/// <param name="SentAt">When it came into the dead-letter queue.</param>
/// <param name="Event">Source and detail-type, where the body has them.</param>
/// <param name="EventId">The event's idempotency key, where it is known.</param>
/// <param name="Reason">Why it is here.</param>
/// <param name="ExceptionType">What was thrown, where something was.</param>
/// <param name="Attributes">Every message attribute; only where one letter is shown in full.</param>
/// <param name="Body">The body; only where one letter is shown in full.</param>
internal sealed record LetterView(
    string MessageId,
    DateTimeOffset SentAt,
    string? Event,
    string? EventId,
    string Reason,
    string? ExceptionType,
    IReadOnlyDictionary<string, string>? Attributes,
    string? Body)
{
    public static LetterView Brief(DeadLetter letter) =>
        new(letter.MessageId, letter.SentAt, letter.Event, letter.EventId, letter.Reason, letter.ExceptionType, null, null);

    public static LetterView Full(DeadLetter letter) => Brief(letter) with { Attributes = letter.Attributes, Body = letter.Body };
}
