using System.Globalization;
using LocalAws.Http;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Operations;

internal sealed record GetQueueAttributesRequest(string? QueueUrl, IReadOnlyList<string>? AttributeNames);

internal sealed record GetQueueAttributesResponse(IReadOnlyDictionary<string, string>? Attributes);

internal sealed record SetQueueAttributesRequest(string? QueueUrl, Dictionary<string, string?>? Attributes);

/// <summary>A queue's attributes: what was set, and what it knows of itself.</summary>
internal sealed class AttributeOperations(QueueRegistry queues)
{
    public GetQueueAttributesResponse Get(GetQueueAttributesRequest request, AwsRequest aws)
    {
        var queue = queues.Require(aws, request.QueueUrl);
        var names = request.AttributeNames ?? [];
        if (names.FirstOrDefault(name => !QueueAttributeRules.CanBeRead(name)) is { } unknown)
        {
            throw SqsErrors.UnknownAttribute(unknown);
        }

        var attributes = names.Contains("All")
            ? All(queue)
            : All(queue).Where(attribute => names.Contains(attribute.Key)).ToDictionary();
        return new GetQueueAttributesResponse(attributes.Count == 0 ? null : attributes);
    }

    public Nothing Set(SetQueueAttributesRequest request, AwsRequest aws)
    {
        var queue = queues.Require(aws, request.QueueUrl);
        var changes = request.Attributes ?? throw SqsErrors.MissingParameter("Attributes");
        queue.Change(current =>
        {
            var changed = current.With(changes);
            queues.CheckDeadLetterQueue(queue.Name, changed);
            return changed;
        });
        return Nothing.Value;
    }

    private static Dictionary<string, string> All(SqsQueue queue)
    {
        var counts = queue.Messages.Counts;
        return new Dictionary<string, string>(queue.Attributes.Values)
        {
            ["QueueArn"] = queue.Name.Arn,
            ["CreatedTimestamp"] = Text(queue.CreatedAt.ToUnixTimeSeconds()),
            ["LastModifiedTimestamp"] = Text(queue.ModifiedAt.ToUnixTimeSeconds()),
            ["ApproximateNumberOfMessages"] = Text(counts.Visible),
            ["ApproximateNumberOfMessagesNotVisible"] = Text(counts.InFlight),
            ["ApproximateNumberOfMessagesDelayed"] = Text(counts.Delayed),
        };
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
