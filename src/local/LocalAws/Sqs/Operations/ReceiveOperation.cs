using LocalAws.Http;
using LocalAws.Sqs.Fifo;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Operations;

internal sealed record ReceiveMessageRequest(
    string? QueueUrl,
    int? MaxNumberOfMessages,
    int? VisibilityTimeout,
    int? WaitTimeSeconds,
    IReadOnlyList<string>? AttributeNames,
    IReadOnlyList<string>? MessageSystemAttributeNames,
    IReadOnlyList<string>? MessageAttributeNames,
    string? ReceiveRequestAttemptId);

/// <param name="Messages">Left out, not empty, when there is none, as on AWS.</param>
internal sealed record ReceiveMessageResponse(IReadOnlyList<ReceivedMessage>? Messages);

internal sealed record ReceivedMessage(
    string MessageId,
    string ReceiptHandle,
    string MD5OfBody,
    string Body,
    IReadOnlyDictionary<string, string>? Attributes,
    string? MD5OfMessageAttributes,
    IReadOnlyDictionary<string, MessageAttributeValue>? MessageAttributes);

/// <summary>Messages are handed out.</summary>
internal sealed class ReceiveOperation(QueueRegistry queues)
{
    private const int MostMessages = 10;
    private const int LongestWait = 20;

    public async ValueTask<ReceiveMessageResponse> ReceiveAsync(
        ReceiveMessageRequest request, AwsRequest aws, CancellationToken cancellationToken)
    {
        var queue = queues.Require(aws, request.QueueUrl);
        Check(request);
        FifoRules.CheckAttempt(request.ReceiveRequestAttemptId, queue.Attributes);
        var selection = new AttributeSelection(request);

        var options = new ReceiveOptions(
            request.MaxNumberOfMessages ?? 1,
            SettleOperations.VisibilityTimeout(request.VisibilityTimeout),
            request.WaitTimeSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            request.ReceiveRequestAttemptId,
            aws.Faults);
        var receipts = await queue.Messages.ReceiveAsync(options, cancellationToken);

        return new ReceiveMessageResponse(receipts.Count == 0 ? null : [.. receipts.Select(receipt => Show(receipt, selection))]);
    }

    private static void Check(ReceiveMessageRequest request)
    {
        if (request.MaxNumberOfMessages is < 1 or > MostMessages)
        {
            throw SqsErrors.InvalidParameter(
                "MaxNumberOfMessages", request.MaxNumberOfMessages, $"Must be between 1 and {MostMessages}, if provided.");
        }

        if (request.WaitTimeSeconds is < 0 or > LongestWait)
        {
            throw SqsErrors.InvalidParameter(
                "WaitTimeSeconds", request.WaitTimeSeconds, $"Must be >= 0 and <= {LongestWait}, if provided.");
        }
    }

    private static ReceivedMessage Show(Receipt receipt, AttributeSelection selection)
    {
        var attributes = selection.Message(receipt.Message);
        return new ReceivedMessage(
            receipt.Message.MessageId,
            receipt.Handle.ToString(),
            receipt.Message.BodyMd5,
            receipt.Message.Body,
            selection.System(receipt),
            Md5.OfAttributes(attributes),
            attributes);
    }
}
