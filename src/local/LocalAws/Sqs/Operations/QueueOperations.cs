using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LocalAws.Http;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Operations;

internal sealed record CreateQueueRequest(
    string? QueueName,
    Dictionary<string, string?>? Attributes,
    [property: JsonPropertyName("tags")] Dictionary<string, string?>? Tags);

internal sealed record GetQueueUrlRequest(string? QueueName, string? QueueOwnerAWSAccountId);

/// <summary>What CreateQueue and GetQueueUrl answer.</summary>
internal sealed record QueueUrlResponse(string QueueUrl);

internal sealed record ListQueuesRequest(string? QueueNamePrefix, string? NextToken, int? MaxResults);

internal sealed record ListQueuesResponse(IReadOnlyList<string>? QueueUrls, string? NextToken);

internal sealed record ListDeadLetterSourceQueuesRequest(string? QueueUrl, string? NextToken, int? MaxResults);

internal sealed record ListDeadLetterSourceQueuesResponse(
    [property: JsonPropertyName("queueUrls")] IReadOnlyList<string> QueueUrls, string? NextToken);

/// <summary>Queues come, are found, and go.</summary>
internal sealed class QueueOperations(QueueRegistry queues)
{
    private const int LongestName = 80;
    private const string FifoSuffix = ".fifo";

    public QueueUrlResponse Create(CreateQueueRequest request, AwsRequest aws)
    {
        var asked = request.Attributes ?? [];
        var attributes = QueueAttributes.For(asked);
        CheckName(request.QueueName, attributes.IsFifo);
        attributes = attributes.With(asked);
        var name = new QueueName(aws.Region, request.QueueName!);
        queues.CheckDeadLetterQueue(name, attributes);
        var queue = queues.GetOrAdd(name, attributes, ImmutableDictionary<string, string>.Empty.With(request.Tags ?? [], name.Name));
        return queue.Attributes.FirstDifference(asked) is { } difference
            ? throw SqsErrors.QueueNameExists(difference)
            : new QueueUrlResponse(queue.Name.Url(aws));
    }

    public QueueUrlResponse GetUrl(GetQueueUrlRequest request, AwsRequest aws)
    {
        if (string.IsNullOrEmpty(request.QueueName))
        {
            throw SqsErrors.MissingParameter("QueueName");
        }

        return request.QueueOwnerAWSAccountId is null or AwsRequest.Account
            && queues.Find(new QueueName(aws.Region, request.QueueName)) is { } queue
            ? new QueueUrlResponse(queue.Name.Url(aws))
            : throw SqsErrors.QueueDoesNotExist();
    }

    public ListQueuesResponse List(ListQueuesRequest request, AwsRequest aws)
    {
        var matching = queues.In(aws.Region)
            .Where(queue => queue.Name.Name.StartsWith(request.QueueNamePrefix ?? "", StringComparison.Ordinal));
        var page = Page<SqsQueue>.Of(matching, queue => queue.Name.Name, request.MaxResults, request.NextToken);
        return new ListQueuesResponse(
            page.Items.Count == 0 ? null : [.. page.Items.Select(queue => queue.Name.Url(aws))], page.NextToken);
    }

    public ListDeadLetterSourceQueuesResponse ListDeadLetterSources(ListDeadLetterSourceQueuesRequest request, AwsRequest aws)
    {
        var sources = queues.SourcesOf(queues.Require(aws, request.QueueUrl));
        var page = Page<SqsQueue>.Of(sources, queue => queue.Name.Name, request.MaxResults, request.NextToken);
        return new ListDeadLetterSourceQueuesResponse([.. page.Items.Select(queue => queue.Name.Url(aws))], page.NextToken);
    }

    public Nothing Purge(QueueRequest request, AwsRequest aws)
    {
        queues.Require(aws, request.QueueUrl).Messages.Purge();
        return Nothing.Value;
    }

    public Nothing Delete(QueueRequest request, AwsRequest aws)
    {
        queues.Delete(queues.Require(aws, request.QueueUrl));
        return Nothing.Value;
    }

    private static void CheckName(string? name, bool isFifo)
    {
        if (name is null)
        {
            throw SqsErrors.MissingParameter("QueueName");
        }

        if (isFifo && !(name.EndsWith(FifoSuffix, StringComparison.Ordinal) && IsName(name, name[..^FifoSuffix.Length])))
        {
            throw SqsErrors.InvalidParameter(
                "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, "
                + "must end with .fifo suffix and be 1 to 80 in length.");
        }

        if (!isFifo && !IsName(name, name))
        {
            throw SqsErrors.InvalidParameter("Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
    }

    // The suffix counts towards the length.
    private static bool IsName(string name, string withoutSuffix) =>
        withoutSuffix.Length > 0
        && name.Length <= LongestName
        && withoutSuffix.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
