using LocalAws.Faults;
using LocalAws.Http;
using LocalAws.Sns.Deliveries;
using LocalAws.Sns.Messages;
using LocalAws.Sns.Topics;

namespace LocalAws.Sns.Operations;

/// <summary>Publish and PublishBatch.</summary>
internal sealed class Publish(Store store, Fanout fanout, TimeProvider time)
{
    private const int MostEntries = 10;
    private const int LongestId = 80;

    public PublishResponse Run(PublishRequest request, AwsRequest aws)
    {
        if (request.PhoneNumber is not null)
        {
            throw SnsErrors.NotSupported("PhoneNumber");
        }

        if (request.TopicArn is null && SnsArn.TryParse(request.TargetArn)?.IsOfEndpoint == true)
        {
            throw SnsErrors.InvalidParameter("TargetArn", "No endpoint found for the target arn specified");
        }

        if (request.TopicArn is null && request.TargetArn is null)
        {
            throw SnsErrors.InvalidParameter("TopicArn or TargetArn", "no value for required parameter");
        }

        var topic = store.State.Topic(request.TopicArn ?? request.TargetArn, aws.Region);
        var message = Read(topic, request, aws.TraceHeader);
        fanout.Deliver(topic, message, aws.Faults);
        return new PublishResponse(null, message.Id);
    }

    /// <summary>Publishes for another service, whose trace goes on.</summary>
    /// <exception cref="AwsException">There is no such topic, or it refuses the message or its sender.</exception>
    public void RunForService(string topicArn, string message, string service, string? sourceArn, string? traceHeader)
    {
        var topic = store.State.Topic(topicArn);
        if (sourceArn is not null && !topic.Allows(service, sourceArn))
        {
            throw SnsErrors.NotAuthorized(service, topicArn);
        }

        fanout.Deliver(topic, Read(topic, new PublishRequest { Message = message }, traceHeader), faults: null);
    }

    public PublishBatchResponse RunBatch(PublishBatchRequest request, AwsRequest aws)
    {
        var topic = store.State.Topic(request.TopicArn, aws.Region);
        CheckBatch(request.PublishBatchRequestEntries);
        List<PublishResponse> successful = [];
        List<BatchError> failed = [];
        foreach (var (id, message) in ReadBatch(topic, request.PublishBatchRequestEntries!, aws.TraceHeader))
        {
            if (aws.Faults?.Strikes(FaultKind.FailEntries) == true)
            {
                var error = SnsErrors.InternalError();
                failed.Add(new BatchError(id, error.Code, error.Message, SenderFault: false));
                continue;
            }

            fanout.Deliver(topic, message, aws.Faults);
            successful.Add(new PublishResponse(id, message.Id));
        }

        return new PublishBatchResponse(successful, failed);
    }

    // One entry that is no message refuses them all: only what goes wrong in SNS itself fails entry by entry.
    private List<(string Id, PublishedMessage Message)> ReadBatch(
        Topic topic, IReadOnlyList<PublishRequest> entries, string? traceHeader) =>
        [
            .. entries.Select((entry, index) =>
                (entry.Id!, Read(topic, entry, traceHeader, $"publishBatchRequestEntries.{index + 1}.member."))),
        ];

    private static void CheckBatch(IReadOnlyList<PublishRequest>? entries)
    {
        if (entries is null or { Count: 0 })
        {
            throw new AwsException("EmptyBatchRequest", "The batch request doesn't contain any entries.");
        }

        if (entries.Count > MostEntries)
        {
            throw new AwsException("TooManyEntriesInBatchRequest", "The batch request contains more entries than permissible.");
        }

        foreach (var entry in entries)
        {
            CheckId(entry.Id ?? "");
        }

        if (entries.DistinctBy(entry => entry.Id).Count() < entries.Count)
        {
            throw new AwsException("BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");
        }

        if (entries.Sum(entry => MessageRules.Size(entry.Message, entry.MessageAttributes)) > MessageRules.LargestBytes)
        {
            throw new AwsException("BatchRequestTooLong", "The length of all the messages put together is more than the limit.");
        }
    }

    private static void CheckId(string id)
    {
        var problem = id switch
        {
            "" => "is empty",
            { Length: > LongestId } => "is too long",
            _ when !id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_') =>
                "contains an impermissible character",
            _ => null,
        };
        if (problem is not null)
        {
            throw new AwsException("InvalidBatchEntryId", $"The Id of a batch entry in the batch request {problem}: {id}");
        }
    }

    private PublishedMessage Read(Topic topic, PublishRequest request, string? traceHeader, string path = "")
    {
        MessageRules.CheckIds(request.MessageDeduplicationId, request.MessageGroupId);
        var attributes = AttributeRules.Read(request.MessageAttributes, path);
        var (body, bodies) = MessageRules.Read(request.Message, request.MessageStructure, request.Subject, attributes);
        return new PublishedMessage(
            Guid.NewGuid().ToString(), topic.Arn, body, request.Subject, attributes, time.GetUtcNow())
        {
            Bodies = bodies,
            GroupId = request.MessageGroupId,
            TraceHeader = traceHeader,
            SignatureVersion = topic.Attributes.GetValueOrDefault(TopicAttributes.Signature) ?? "1",
        };
    }
}

/// <summary>Publish's request, and PublishBatch's entry, which has an id instead of a topic.</summary>
internal sealed record PublishRequest
{
    public string? TopicArn { get; init; }

    public string? TargetArn { get; init; }

    public string? PhoneNumber { get; init; }

    public string? Id { get; init; }

    public string? Message { get; init; }

    public string? Subject { get; init; }

    public string? MessageStructure { get; init; }

    public Dictionary<string, MessageAttributeValue?>? MessageAttributes { get; init; }

    public string? MessageDeduplicationId { get; init; }

    public string? MessageGroupId { get; init; }
}

/// <summary>Publish's answer, and one result of PublishBatch, which has the entry's id.</summary>
internal sealed record PublishResponse(string? Id, string MessageId);

/// <summary>PublishBatch: 1 to 10 messages, 256 KiB in all.</summary>
internal sealed record PublishBatchRequest(string? TopicArn, IReadOnlyList<PublishRequest>? PublishBatchRequestEntries);

/// <summary>What became of each entry.</summary>
internal sealed record PublishBatchResponse(IReadOnlyList<PublishResponse> Successful, IReadOnlyList<BatchError> Failed);

/// <summary>An entry that was not published.</summary>
internal sealed record BatchError(string Id, string Code, string Message, bool SenderFault);
