using LocalAws.Http;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Operations;

internal sealed record TagQueueRequest(string? QueueUrl, Dictionary<string, string?>? Tags);

internal sealed record UntagQueueRequest(string? QueueUrl, IReadOnlyList<string>? TagKeys);

internal sealed record ListQueueTagsResponse(IReadOnlyDictionary<string, string>? Tags);

/// <summary>A queue's tags.</summary>
internal sealed class TagOperations(QueueRegistry queues)
{
    public Nothing Tag(TagQueueRequest request, AwsRequest aws)
    {
        var queue = queues.Require(aws, request.QueueUrl);
        var tags = request.Tags is { Count: > 0 } given ? given : throw SqsErrors.MissingParameter("Tags");
        queue.ChangeTags(current => current.With(tags, queue.Name.Name));
        return Nothing.Value;
    }

    public Nothing Untag(UntagQueueRequest request, AwsRequest aws)
    {
        var queue = queues.Require(aws, request.QueueUrl);
        var keys = request.TagKeys is { Count: > 0 } given ? given : [""];
        foreach (var key in keys)
        {
            QueueTags.CheckKey(key);
        }

        queue.ChangeTags(current => current.RemoveRange(keys));
        return Nothing.Value;
    }

    public ListQueueTagsResponse List(QueueRequest request, AwsRequest aws)
    {
        var tags = queues.Require(aws, request.QueueUrl).Tags;
        return new ListQueueTagsResponse(tags.IsEmpty ? null : tags);
    }
}
