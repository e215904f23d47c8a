namespace Workers.Engine;

/// <summary>The message attributes that a dead-lettered message carries besides its unchanged body, by name.</summary>
public static class DeadLetterAttributes
{
    /// <summary>Why nobody could handle it; cut to 1,024 characters.</summary>
    public const string Reason = "Reason";

    /// <summary>The full name of the exception that the handler or the parser threw, where there was one.</summary>
    public const string ExceptionType = "ExceptionType";

    /// <summary>The name of the handler that failed or rejected it, where one had it.</summary>
    public const string Handler = "Handler";

    /// <summary>Where in the handler's own code it failed: namespace, class and method, where that is known.</summary>
    public const string Place = "Place";

    /// <summary>The event's idempotency key, where the body could be read that far.</summary>
    public const string EventId = "EventId";

    /// <summary>SQS's id of the message, which its log lines carry as <c>messageId</c>; the letter has another.</summary>
    public const string OriginalMessageId = "OriginalMessageId";

    /// <summary>The queue's name, prefix included.</summary>
    public const string OriginalQueue = "OriginalQueue";

    /// <summary>How often the message had been received.</summary>
    public const string ReceiveCount = "ReceiveCount";

    /// <summary>When it was dead-lettered, in UTC, ISO 8601.</summary>
    public const string DeadLetteredAt = "DeadLetteredAt";
}
