using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Engine;

namespace Workers.Operations.DeadLetters;

/// <summary>A message of a dead-letter queue, whoever put it there: the engine, EventBridge, or SQS itself.</summary>
/// <param name="MessageId">SQS's id of the dead letter.</param>
/// <param name="ReceiptHandle">The latest one.</param>
/// <param name="Body">The body, as it arrived.</param>
/// <param name="SentAt">When it came into the queue.</param>
/// <param name="ReceiveCount">How often it was received here, our looks included.</param>
/// <param name="Attributes">Its message attributes.</param>
internal sealed record DeadLetter(
    string MessageId,
    string ReceiptHandle,
    string Body,
    DateTimeOffset SentAt,
    int ReceiveCount,
    IReadOnlyDictionary<string, string> Attributes)
{
    private readonly BodyGlance _glance = BodyGlance.At(Body);

    /// <summary>When SQS first handed it out, by the clock that <see cref="SentAt"/> is of too; null where it does not say.</summary>
    public DateTimeOffset? FirstReceivedAt { get; init; }

    /// <summary>Why it is here.</summary>
    public string Reason =>
        Attributes.GetValueOrDefault(DeadLetterAttributes.Reason)
        ?? (Attributes.TryGetValue(UndeliveredAttributes.ErrorCode, out var code)
            ? $"{code}: {Attributes.GetValueOrDefault(UndeliveredAttributes.ErrorMessage)}"
            : "received too often without an end: SQS moved it");

    /// <summary>What the handler or the parser threw, where there was an exception.</summary>
    public string? ExceptionType => Attributes.GetValueOrDefault(DeadLetterAttributes.ExceptionType);

    /// <summary>The event's idempotency key, where it is known.</summary>
    public string? EventId => Attributes.GetValueOrDefault(DeadLetterAttributes.EventId) ?? _glance.EventId;

    /// <summary>Source and detail-type, where the body has them.</summary>
    public string? Event => _glance.Event;

    /// <summary>The chain of events that it belongs to, where the body says.</summary>
    public string? CorrelationId => _glance.CorrelationId;

    /// <summary>The order that it is about, where the body says.</summary>
    public string? OrderId => _glance.OrderId;

    public static DeadLetter Of(Message message) => new(
        message.MessageId,
        message.ReceiptHandle,
        message.Body,
        Time(message, MessageSystemAttributeName.SentTimestamp),
        (int)Number(message, MessageSystemAttributeName.ApproximateReceiveCount),
        (message.MessageAttributes ?? []).ToDictionary(attribute => attribute.Key, attribute => attribute.Value.StringValue ?? ""))
    {
        FirstReceivedAt = message.Attributes.ContainsKey(MessageSystemAttributeName.ApproximateFirstReceiveTimestamp)
            ? Time(message, MessageSystemAttributeName.ApproximateFirstReceiveTimestamp)
            : null,
    };

    private static DateTimeOffset Time(Message message, MessageSystemAttributeName name) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Number(message, name));

    private static long Number(Message message, MessageSystemAttributeName name) =>
        long.Parse(message.Attributes[name], CultureInfo.InvariantCulture);
}
