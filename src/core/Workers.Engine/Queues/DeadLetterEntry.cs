using System.Globalization;
using System.Text;
using Amazon.SQS.Model;
using Workers.Engine.Hosting;

namespace Workers.Engine.Queues;

/// <summary>
/// A dead letter as SQS takes it. The body is never touched; attributes are cut and cleaned, and left out where the body leaves
/// no room, so that a send never fails because of attributes.
/// </summary>
internal static class DeadLetterEntry
{
    private const int MaxCharacters = 1024;
    private const string DataType = "String";

    /// <summary>A letter's entry.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="queue">The name of the queue that it comes from.</param>
    /// <param name="id">What tells the entry from the others of its call.</param>
    public static SendMessageBatchRequestEntry Of(DeadLetter letter, string queue, string id)
    {
        var entry = new SendMessageBatchRequestEntry(id, letter.Message.Body)
        {
            MessageAttributes = [],
        };
        if (QueueDetails.IsFifo(queue))
        {
            // Its group keeps its order in the dead-letter queue too, and a letter that is sent twice is one.
            (entry.MessageGroupId, entry.MessageDeduplicationId) = (letter.Message.GroupId, letter.Message.MessageId);
        }

        var room = SendBatches.MaxBytes - Encoding.UTF8.GetByteCount(letter.Message.Body);
        foreach (var (name, value) in Attributes(letter, queue))
        {
            var clean = Clean(value);
            var size = SendBatches.Size(name, DataType, clean);
            if (clean.Length > 0 && size <= room)
            {
                entry.MessageAttributes[name] = new() { DataType = DataType, StringValue = clean };
                room -= size;
            }
        }

        return entry;
    }

    // Most useful first: the last ones are left out where there is no room.
    private static IEnumerable<(string Name, string? Value)> Attributes(DeadLetter letter, string queue) =>
    [
        (DeadLetterAttributes.Reason, letter.Reason),
        (DeadLetterAttributes.OriginalQueue, queue),
        (DeadLetterAttributes.EventId, letter.EventId),
        (DeadLetterAttributes.OriginalMessageId, letter.Message.MessageId),
        (DeadLetterAttributes.ReceiveCount, letter.Message.ReceiveCount.ToString(CultureInfo.InvariantCulture)),
        (DeadLetterAttributes.DeadLetteredAt, letter.Time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        (DeadLetterAttributes.ExceptionType, letter.ExceptionType),
        (DeadLetterAttributes.Handler, letter.Handler),
        (DeadLetterAttributes.Place, letter.Place),
    ];

    /// <summary>Keeps what SQS accepts: Unicode without control characters (but tab and line ends), halves of pairs, U+FFFE and U+FFFF.</summary>
    private static string Clean(string? value)
    {
        var clean = new StringBuilder();
        foreach (var rune in (value ?? "").EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > MaxCharacters)
            {
                break;
            }

            clean.Append(IsAccepted(rune) ? rune : Rune.ReplacementChar);
        }

        return clean.ToString();
    }

    private static bool IsAccepted(Rune rune) => rune.Value is 0x9 or 0xA or 0xD or (>= 0x20 and not (0xFFFE or 0xFFFF));
}
