namespace LocalAws.Sqs.Wire;

/// <summary>
/// How far a move is. The handle is shown while it runs: only then can it be cancelled. The timestamp is in milliseconds since 1970.
/// </summary>
internal sealed record MessageMoveTask(
    string? TaskHandle,
    string Status,
    string SourceArn,
    string? DestinationArn,
    int? MaxNumberOfMessagesPerSecond,
    long ApproximateNumberOfMessagesMoved,
    long ApproximateNumberOfMessagesToMove,
    string? FailureReason,
    long StartedTimestamp);
