using LocalAws.Faults;
using LocalAws.Http;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Operations;

/// <summary>
/// DeleteMessage's and ChangeMessageVisibility's request, which names its queue, and the entries of their batches, which have
/// an id instead.
/// </summary>
internal sealed record ReceiptRequest(string? QueueUrl, string? Id, string? ReceiptHandle, int? VisibilityTimeout);

/// <summary>An entry that succeeded and has nothing more to say.</summary>
internal sealed record BatchResult(string Id);

/// <summary>What a receiver does with a message it has: deletes it, or changes how long it stays hidden.</summary>
internal sealed class SettleOperations(QueueRegistry queues)
{
    private const int LongestVisibilityTimeout = 43_200;

    /// <exception cref="AwsException">It is out of range.</exception>
    public static TimeSpan? VisibilityTimeout(int? seconds) => seconds switch
    {
        null => null,
        < 0 or > LongestVisibilityTimeout => throw SqsErrors.InvalidParameter(
            "VisibilityTimeout", seconds, $"Must be between 0 and {LongestVisibilityTimeout}, if provided."),
        { } value => TimeSpan.FromSeconds(value),
    };

    public Nothing Delete(ReceiptRequest request, AwsRequest aws)
    {
        Settle(queues.Require(aws, request.QueueUrl), request, aws, Delete);
        return Nothing.Value;
    }

    public BatchResponse<BatchResult> DeleteBatch(BatchRequest<ReceiptRequest> request, AwsRequest aws) =>
        Run(request, aws, "DeleteMessageBatchRequestEntry", Delete);

    public Nothing ChangeVisibility(ReceiptRequest request, AwsRequest aws)
    {
        Settle(queues.Require(aws, request.QueueUrl), request, aws, ChangeVisibility);
        return Nothing.Value;
    }

    public BatchResponse<BatchResult> ChangeVisibilityBatch(BatchRequest<ReceiptRequest> request, AwsRequest aws) =>
        Run(request, aws, "ChangeMessageVisibilityBatchRequestEntry", ChangeVisibility);

    private static void Delete(SqsQueue queue, ReceiptRequest request) => queue.Messages.Delete(Handle(request));

    private static void ChangeVisibility(SqsQueue queue, ReceiptRequest request) =>
        queue.Messages.Hide(
            Handle(request), VisibilityTimeout(request.VisibilityTimeout) ?? throw SqsErrors.MissingParameter("VisibilityTimeout"));

    private static void Settle(
        SqsQueue queue, ReceiptRequest request, AwsRequest aws, Action<SqsQueue, ReceiptRequest> settle)
    {
        if (aws.Faults?.Strikes(FaultKind.ExpireReceipt) == true)
        {
            queue.Messages.Expire(Handle(request));
            throw SqsErrors.ReceiptHandleExpired(Handle(request));
        }

        settle(queue, request);
    }

    private static string Handle(ReceiptRequest request) =>
        string.IsNullOrEmpty(request.ReceiptHandle) ? throw SqsErrors.MissingParameter("ReceiptHandle") : request.ReceiptHandle;

    private BatchResponse<BatchResult> Run(
        BatchRequest<ReceiptRequest> request, AwsRequest aws, string entryName, Action<SqsQueue, ReceiptRequest> settle)
    {
        var queue = queues.Require(aws, request.QueueUrl);
        var entries = Batch.Check(request.Entries, entryName, entry => entry.Id);
        return Batch.Run(aws, entries, entry => entry.Id, entry =>
        {
            Settle(queue, entry, aws, settle);
            return new BatchResult(entry.Id!);
        });
    }
}
