using System.Globalization;
using System.Text;
using Amazon.SQS.Model;

namespace Workers.Engine.Queues;

/// <summary>
/// A dead letter as SQS takes it. The body is never touched; attributes are cut and cleaned, and left out where the body leaves
/// no room, so that a send never fails because of attributes.
/// </summary>
internal static class DeadLetterEntry
{
    /// <summary>SQS's limit of a message with its attributes, and of a batch.</summary>
    private const int MaxBytes = 1024 * 1024;

    private const int MaxCharacters = 1024;
    private const string DataType = "String";

    /// <summary>Makes at most ten letters into calls that are within the limit, each entry's id its place among all letters.</summary>
    public static IEnumerable<List<SendMessageBatchRequestEntry>> Batches(IReadOnlyList<DeadLetter> letters, string queue)
    {
        List<SendMessageBatchRequestEntry> batch = [];
        var bytes = 0;
        foreach (var (index, letter) in letters.Index())
        {
            var entry = Of(letter, queue, index);
            var size = Size(entry);
            if (batch.Count > 0 && bytes + size > MaxBytes)
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(entry);
            bytes += size;
        }

        yield return batch;
    }

    private static SendMessageBatchRequestEntry Of(DeadLetter letter, string queue, int index)
    {
        var entry = new SendMessageBatchRequestEntry(index.ToString(CultureInfo.InvariantCulture), letter.Message.Body)
        {
            MessageAttributes = [],
        };
        var room = MaxBytes - Encoding.UTF8.GetByteCount(letter.Message.Body);
        foreach (var (name, value) in Attributes(letter, queue))
        {
            var clean = Clean(value);
            var size = Size(name, clean);
            if (clean.Length > 0 && size <= room)
            {
                entry.MessageAttributes[name] = new() { DataType = DataType, StringValue = clean };
                room -= size;
            }
        }

        return entry;
    }

    private static int Size(SendMessageBatchRequestEntry entry) =>
        Encoding.UTF8.GetByteCount(entry.MessageBody)
        + entry.MessageAttributes.Sum(attribute => Size(attribute.Key, attribute.Value.StringValue));

    private static int Size(string name, string value) => name.Length + DataType.Length + Encoding.UTF8.GetByteCount(value);

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
