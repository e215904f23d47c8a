using LocalAws.Http;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Operations;

/// <summary>Messages go in, one by one or in batches.</summary>
internal sealed class SendOperations(QueueRegistry queues, TimeProvider time)
{
    public SendMessageResponse Send(SendMessageRequest request, AwsRequest aws) =>
        Send(queues.Require(aws, request.QueueUrl), request);

    /// <exception cref="AwsException">The message is not acceptable.</exception>
    public SendMessageResponse Send(StandardQueue queue, SendMessageRequest request)
    {
        MessageRules.Check(request);
        CheckSize(request, queue, "One or more parameters are invalid.");
        return Store(queue, request);
    }

    public BatchResponse<SendMessageResponse> SendBatch(BatchRequest<SendMessageRequest> request, AwsRequest aws)
    {
        var queue = queues.Require(aws, request.QueueUrl);
        var entries = Batch.Check(request.Entries, "SendMessageBatchRequestEntry", entry => entry.Id);
        if (entries.Sum(MessageRules.Size) is > MessageRules.LargestBytes and var bytes)
        {
            throw SqsErrors.BatchRequestTooLong(MessageRules.LargestBytes, bytes);
        }

        return Batch.Run(aws, entries, entry => entry.Id, entry =>
        {
            MessageRules.Check(entry);
            CheckSize(entry, queue, "One or more parameters cannot be validated.");
            return Store(queue, entry);
        });
    }

    private static void CheckSize(SendMessageRequest request, StandardQueue queue, string problem)
    {
        if (MessageRules.Size(request) > queue.Attributes.MaximumMessageSize)
        {
            throw SqsErrors.InvalidParameter(
                $"{problem} Reason: Message must be shorter than {queue.Attributes.MaximumMessageSize} bytes.");
        }
    }

    private SendMessageResponse Store(StandardQueue queue, SendMessageRequest request)
    {
        var message = new Message
        {
            MessageId = Guid.NewGuid().ToString(),
            Body = request.MessageBody!,
            BodyMd5 = Md5.OfBody(request.MessageBody!),
            SentAt = time.GetUtcNow(),
            Attributes = request.MessageAttributes,
            TraceHeader = request.MessageSystemAttributes?.GetValueOrDefault(MessageAttributeRules.TraceHeader)?.StringValue,
            GroupId = request.MessageGroupId,
        };
        queue.Messages.Send(message, request.DelaySeconds is { } delay ? TimeSpan.FromSeconds(delay) : null);
        return new SendMessageResponse(
            request.Id,
            message.MessageId,
            message.BodyMd5,
            Md5.OfAttributes(request.MessageAttributes),
            Md5.OfAttributes(request.MessageSystemAttributes));
    }
}
