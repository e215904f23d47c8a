namespace Workers.Operations.DeadLetters;

/// <summary>Which dead letters are meant: those that pass every condition that is given.</summary>
internal sealed record LetterFilter
{
    /// <summary>Part of the reason, in any case.</summary>
    public string? Reason { get; init; }

    /// <summary>Part of the exception's full name, in any case.</summary>
    public string? ExceptionType { get; init; }

    /// <summary>The event's idempotency key.</summary>
    public string? EventId { get; init; }

    /// <summary>The beginning of SQS's message id.</summary>
    public string? MessageId { get; init; }

    /// <summary>Part of the body, in any case.</summary>
    public string? Text { get; init; }

    /// <summary>How long it must have been in the queue at least.</summary>
    public TimeSpan? OlderThan { get; init; }

    /// <summary>How long it may have been in the queue at most.</summary>
    public TimeSpan? NewerThan { get; init; }

    /// <summary>The id of their fingerprint.</summary>
    public string? Group { get; init; }

    /// <summary>Only these, by SQS's message id.</summary>
    public IReadOnlySet<string>? Among { get; init; }

    public bool Matches(DeadLetter letter, DateTimeOffset now) =>
        Contains(letter.Reason, Reason)
        && Contains(letter.ExceptionType, ExceptionType)
        && (EventId is null || letter.EventId == EventId)
        && (MessageId is null || letter.MessageId.StartsWith(MessageId, StringComparison.OrdinalIgnoreCase))
        && (Group is null || Fingerprint.Of(letter).Id == Group)
        && (Among is null || Among.Contains(letter.MessageId))
        && Contains(letter.Body, Text)
        && (OlderThan is null || now - letter.SentAt >= OlderThan)
        && (NewerThan is null || now - letter.SentAt <= NewerThan);

    private static bool Contains(string? text, string? part) =>
        part is null || (text is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase));
}
