using System.Text;
using Amazon.SQS.Model;

namespace Workers.Engine.Queues;

/// <summary>Splits a batch of messages into calls that are within SQS's limit of bytes.</summary>
internal static class SendBatches
{
    /// <summary>SQS's limit of a message with its attributes, and of a batch.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>At most ten entries, in as few calls as their bytes allow, in their order.</summary>
    public static IEnumerable<List<SendMessageBatchRequestEntry>> Of(IEnumerable<SendMessageBatchRequestEntry> entries)
    {
        List<SendMessageBatchRequestEntry> batch = [];
        var bytes = 0;
        foreach (var entry in entries)
        {
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

    /// <summary>How many bytes an attribute takes.</summary>
    public static int Size(string name, string dataType, string value) => name.Length + dataType.Length + Encoding.UTF8.GetByteCount(value);

    private static int Size(SendMessageBatchRequestEntry entry) =>
        Encoding.UTF8.GetByteCount(entry.MessageBody)
        + (entry.MessageAttributes?.Sum(attribute => Size(attribute.Key, attribute.Value.DataType, attribute.Value.StringValue)) ?? 0);
}
