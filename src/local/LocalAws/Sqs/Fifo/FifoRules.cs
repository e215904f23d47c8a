using System.Security.Cryptography;
using System.Text;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Fifo;

/// <summary>What FIFO queues need of a message, and what only they take.</summary>
internal static class FifoRules
{
    private const int LongestId = 128;
    private const string GroupId = "MessageGroupId";
    private const string NoDeduplicationId =
        "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly";

    /// <exception cref="Http.AwsException">The message is not for a queue of this type.</exception>
    public static void Check(SendMessageRequest message, QueueAttributes queue)
    {
        // Standard queues take a group, for fair queues.
        CheckId(GroupId, message.MessageGroupId);
        if (!queue.IsFifo)
        {
            RefuseUnlessFifo(queue, "MessageDeduplicationId", message.MessageDeduplicationId);
            return;
        }

        if (message.MessageGroupId is null)
        {
            throw SqsErrors.MissingParameter(GroupId);
        }

        if (message.DelaySeconds is > 0)
        {
            throw SqsErrors.NotOfThisQueueType("DelaySeconds", message.DelaySeconds);
        }

        CheckId("MessageDeduplicationId", message.MessageDeduplicationId);
        if (DeduplicationId(message, queue) is null)
        {
            throw SqsErrors.InvalidParameter(NoDeduplicationId);
        }
    }

    /// <summary>What AWS refuses a whole batch for, where it could refuse an entry.</summary>
    /// <exception cref="Http.AwsException">An entry lacks its group or its deduplication id.</exception>
    public static void CheckBatch(IEnumerable<SendMessageRequest> entries, QueueAttributes queue)
    {
        foreach (var entry in queue.IsFifo ? entries : [])
        {
            if (DeduplicationId(entry, queue) is null)
            {
                throw SqsErrors.InvalidParameter(NoDeduplicationId);
            }

            if (entry.MessageGroupId is null)
            {
                throw SqsErrors.InvalidParameter(SqsErrors.MissingParameter(GroupId).Message);
            }
        }
    }

    /// <exception cref="Http.AwsException">The id is malformed, or the queue is a standard queue.</exception>
    public static void CheckAttempt(string? attemptId, QueueAttributes queue)
    {
        RefuseUnlessFifo(queue, "ReceiveRequestAttemptId", attemptId);
        CheckId("ReceiveRequestAttemptId", attemptId);
    }

    /// <summary>What duplicates are told by: as it was sent, or made of the body. Null where there is none.</summary>
    public static string? DeduplicationId(SendMessageRequest message, QueueAttributes queue) =>
        message.MessageDeduplicationId ?? (queue.DeduplicatesContent ? Digest(message.MessageBody ?? "") : null);

    private static string Digest(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    private static void RefuseUnlessFifo(QueueAttributes queue, string parameter, string? value)
    {
        if (value is not null && !queue.IsFifo)
        {
            throw SqsErrors.NotOfThisQueueType(parameter, value);
        }
    }

    private static void CheckId(string parameter, string? id)
    {
        if (id is not null && !(id.Length is > 0 and <= LongestId && id.All(character => character is > ' ' and <= '~')))
        {
            throw SqsErrors.InvalidParameter(
                parameter, id, $"{parameter} can only include alphanumeric and punctuation characters. 1 to {LongestId} in length.");
        }
    }
}
