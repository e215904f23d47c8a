namespace LocalAws.Sqs.Wire;

/// <summary>Names a queue and no more: DeleteQueue, PurgeQueue, ListQueueTags.</summary>
internal sealed record QueueRequest(string? QueueUrl);

/// <summary>The answer <c>{}</c> of operations that have nothing to say.</summary>
internal sealed record Nothing
{
    public static readonly Nothing Value = new();
}
