using LocalAws.Http;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Operations;

/// <summary>A queue's tags.</summary>
internal sealed class TagOperations(QueueRegistry queues)
{
    public Nothing Tag(TagQueueRequest request, AwsRequest aws)
    {
        var tags = request.Tags ?? throw SqsErrors.MissingParameter("Tags");
        queues.Require(aws, request.QueueUrl).ChangeTags(current => current.With(tags));
        return Nothing.Value;
    }

    public Nothing Untag(UntagQueueRequest request, AwsRequest aws)
    {
        var keys = request.TagKeys ?? throw SqsErrors.MissingParameter("TagKeys");
        queues.Require(aws, request.QueueUrl).ChangeTags(current => current.RemoveRange(keys));
        return Nothing.Value;
    }

    public ListQueueTagsResponse List(QueueRequest request, AwsRequest aws)
    {
        var tags = queues.Require(aws, request.QueueUrl).Tags;
        return new ListQueueTagsResponse(tags.IsEmpty ? null : tags);
    }
}
