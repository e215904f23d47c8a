using LocalAws.Http;
using LocalAws.Sqs.Fifo;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Operations;

/// <summary>SendMessage's answer, and one result of SendMessageBatch, which has the entry's id.</summary>
internal sealed record SendMessageResponse(
    string? Id,
    string MessageId,
    string MD5OfMessageBody,
    string? MD5OfMessageAttributes,
    string? MD5OfMessageSystemAttributes,
    string? SequenceNumber);

/// <summary>Messages go in, one by one or in batches.</summary>
internal sealed class SendOperations(QueueRegistry queues, TimeProvider time)
{
    public SendMessageResponse Send(SendMessageRequest request, AwsRequest aws) =>
        Send(queues.Require(aws, request.QueueUrl), request, aws.TraceHeader);

    /// <exception cref="AwsException">The message is not acceptable.</exception>
    public SendMessageResponse Send(SqsQueue queue, SendMessageRequest request, string? traceHeader = null)
    {
        MessageRules.Check(request, queue.Attributes);
        CheckSize(request, queue, "One or more parameters are invalid.");
        return Store(queue, request, traceHeader);
    }

    public BatchResponse<SendMessageResponse> SendBatch(BatchRequest<SendMessageRequest> request, AwsRequest aws)
    {
        var queue = queues.Require(aws, request.QueueUrl);
        var entries = Batch.Check(request.Entries, "SendMessageBatchRequestEntry", entry => entry.Id);
        FifoRules.CheckBatch(entries, queue.Attributes);
        if (entries.Sum(MessageRules.Size) is > MessageRules.LargestBytes and var bytes)
        {
            throw SqsErrors.BatchRequestTooLong(MessageRules.LargestBytes, bytes);
        }

        return Batch.Run(aws, entries, entry => entry.Id, entry =>
        {
            MessageRules.Check(entry, queue.Attributes);
            CheckSize(entry, queue, "One or more parameters cannot be validated.");
            return Store(queue, entry, aws.TraceHeader);
        });
    }

    private static void CheckSize(SendMessageRequest request, SqsQueue queue, string problem)
    {
        if (MessageRules.Size(request) > queue.Attributes.MaximumMessageSize)
        {
            throw SqsErrors.InvalidParameter(
                $"{problem} Reason: Message must be shorter than {queue.Attributes.MaximumMessageSize} bytes.");
        }
    }

    private SendMessageResponse Store(SqsQueue queue, SendMessageRequest request, string? traceHeader)
    {
        var message = new Message
        {
            MessageId = Guid.NewGuid().ToString(),
            Body = request.MessageBody!,
            BodyMd5 = Md5.OfBody(request.MessageBody!),
            SentAt = time.GetUtcNow(),
            Attributes = request.MessageAttributes,
            TraceHeader =
                request.MessageSystemAttributes?.GetValueOrDefault(MessageAttributeRules.TraceHeader)?.StringValue ?? traceHeader,
            GroupId = request.MessageGroupId,
            DeduplicationId = FifoRules.DeduplicationId(request, queue.Attributes),
        };

        // A FIFO queue has one delay for all.
        var sent = queue.Messages.Send(
            message, queue.IsFifo || request.DelaySeconds is not { } delay ? null : TimeSpan.FromSeconds(delay));
        return new SendMessageResponse(
            request.Id,
            sent.MessageId,
            message.BodyMd5,
            Md5.OfAttributes(request.MessageAttributes),
            Md5.OfAttributes(request.MessageSystemAttributes),
            sent.SequenceNumber);
    }
}
