namespace Workers.Operations.DeadLetters;

/// <summary>
/// Tells which letters came in after a command began, by SQS's clock alone: the operator's may be fast or slow. A letter that SQS
/// hands out for the first time says what SQS's clock shows now. How long the command has run is all that is measured here.
/// </summary>
internal sealed class QueueClock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private DateTimeOffset? _begun;

    /// <summary>Learns from letters that have just been received.</summary>
    public void Learn(IEnumerable<DeadLetter> letters)
    {
        var elapsed = time.GetElapsedTime(_start);
        foreach (var letter in letters.Where(letter => letter.ReceiveCount == 1 && letter.FirstReceivedAt is not null))
        {
            var begun = letter.FirstReceivedAt - elapsed;
            _begun = _begun > begun ? _begun : begun;
        }
    }

    /// <summary>Whether a letter came in after the beginning. No letter is new until one was received for the first time.</summary>
    public bool IsNew(DeadLetter letter) => letter.SentAt > _begun;
}
