using System.Collections.Frozen;
using System.Text.Json;
using LocalAws.Data;
using LocalAws.Http;
using LocalAws.Policies;
using LocalAws.Sqs.Data;
using LocalAws.Sqs.Moves;
using LocalAws.Sqs.Operations;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;
using static LocalAws.Http.AwsOperations;

namespace LocalAws.Sqs;

/// <summary>Amazon SQS: standard and FIFO queues in memory.</summary>
internal sealed class SqsService : IQueryService, ISavedService, IAsyncDisposable
{
    // Nobody acts on them, AWS does not either: it keeps the names for later.
    private static readonly string[] UnusedLists =
    [
        "MessageAttributes.*.StringListValues",
        "MessageAttributes.*.BinaryListValues",
        "MessageSystemAttributes.*.StringListValues",
        "MessageSystemAttributes.*.BinaryListValues",
    ];

    private readonly QueueRegistry _queues;
    private readonly SendOperations _send;
    private readonly MoveTaskRegistry _moves;

    public SqsService(LocalAwsOptions options)
    {
        _queues = new QueueRegistry(options.TimeProvider);
        _send = new SendOperations(_queues, options.TimeProvider);
        _moves = new MoveTaskRegistry(_queues, options.TimeProvider);
        Operations = Table();
    }

    public string TargetPrefix => "AmazonSQS";

    public string JsonVersion => "1.0";

    public string QueryVersion => "2012-11-05";

    public string XmlNamespace => "http://queue.amazonaws.com/doc/2012-11-05/";

    public IReadOnlySet<string> Lists => SqsQuery.Lists;

    public IReadOnlySet<string> Maps => FrozenSet<string>.Empty;

    public IReadOnlySet<string> EmptyResults => SqsQuery.EmptyResults;

    public IReadOnlySet<string> Numbers => SqsQuery.Numbers;

    public string PathMember => "QueueUrl";

    public IReadOnlySet<string> RootOperations => SqsQuery.RootOperations;

    public IReadOnlyDictionary<string, AwsOperation> Operations { get; }

    public IReadOnlyList<FlatMember> Flattened(string operation) => SqsQuery.Flattened(operation);

    public AwsException Throttled() => SqsErrors.Throttled();

    public AwsException InternalError() => SqsErrors.InternalError();

    public void Reset()
    {
        _moves.Clear();
        _queues.Clear();
    }

    public IDisposable Hold() => new HeldLocks(_moves.Gates.Concat(_queues.Gates));

    public Action<Utf8JsonWriter> Capture()
    {
        var state = new SqsState(_queues.Save(), _moves.Save());
        return writer => JsonSerializer.Serialize(writer, state, SqsStateJson.Default.SqsState);
    }

    public void Restore(JsonElement state)
    {
        var saved = state.Deserialize(SqsStateJson.Default.SqsState) ?? throw new JsonException("The state is null.");
        _queues.Restore(saved.Queues);
        _moves.Restore(saved.Moves);
    }

    /// <summary>Move tasks go on at once: what they do stays within SQS.</summary>
    public void Resume()
    {
    }

    public ValueTask DisposeAsync() => _moves.DisposeAsync();

    /// <summary>
    /// Sends for another AWS service, without HTTP. A queue that has a policy is held to it; one without takes everything, so that
    /// trying things out needs none.
    /// </summary>
    /// <exception cref="AwsException">The queue does not exist, or refuses the message or its sender.</exception>
    public void Send(string queueArn, SendMessageRequest message, string service, string? sourceArn)
    {
        var queue = _queues.Find(queueArn) ?? throw SqsErrors.QueueDoesNotExist();
        if (sourceArn is not null
            && queue.Attributes.Policy?.Allows(new ServiceCall(service, "sqs:SendMessage", queueArn, sourceArn)) == false)
        {
            throw SqsErrors.AccessDenied(service, queueArn);
        }

        _send.Send(queue, message);
    }

    private Dictionary<string, AwsOperation> Table()
    {
        var json = SqsJson.Default;
        var queues = new QueueOperations(_queues);
        var attributes = new AttributeOperations(_queues);
        var tags = new TagOperations(_queues);
        var permissions = new PermissionOperations(_queues);
        var moves = new MoveTaskOperations(_queues, _moves);
        var settle = new SettleOperations(_queues);
        return new Dictionary<string, AwsOperation>
        {
            ["CreateQueue"] = Of(json.CreateQueueRequest, json.QueueUrlResponse, queues.Create),
            ["GetQueueUrl"] = Of(json.GetQueueUrlRequest, json.QueueUrlResponse, queues.GetUrl),
            ["ListQueues"] = Of(json.ListQueuesRequest, json.ListQueuesResponse, queues.List),
            ["ListDeadLetterSourceQueues"] = Of(
                json.ListDeadLetterSourceQueuesRequest, json.ListDeadLetterSourceQueuesResponse, queues.ListDeadLetterSources),
            ["PurgeQueue"] = Of(json.QueueRequest, json.Nothing, queues.Purge),
            ["DeleteQueue"] = Of(json.QueueRequest, json.Nothing, queues.Delete),
            ["GetQueueAttributes"] = Of(json.GetQueueAttributesRequest, json.GetQueueAttributesResponse, attributes.Get),
            ["SetQueueAttributes"] = Of(json.SetQueueAttributesRequest, json.Nothing, attributes.Set),
            ["TagQueue"] = Of(json.TagQueueRequest, json.Nothing, tags.Tag),
            ["UntagQueue"] = Of(json.UntagQueueRequest, json.Nothing, tags.Untag),
            ["ListQueueTags"] = Of(json.QueueRequest, json.ListQueueTagsResponse, tags.List),
            ["AddPermission"] = Of(json.AddPermissionRequest, json.Nothing, permissions.Add),
            ["RemovePermission"] = Of(json.RemovePermissionRequest, json.Nothing, permissions.Remove),
            ["SendMessage"] = Of(json.SendMessageRequest, json.SendMessageResponse, _send.Send)
                .Refusing(SqsErrors.NotSupported, UnusedLists),
            ["SendMessageBatch"] = Of(json.SendMessageBatchRequest, json.SendMessageBatchResponse, _send.SendBatch)
                .Refusing(SqsErrors.NotSupported, Array.ConvertAll(UnusedLists, list => $"Entries.{list}")),
            ["ReceiveMessage"] = Of(json.ReceiveMessageRequest, json.ReceiveMessageResponse, new ReceiveOperation(_queues).ReceiveAsync),
            ["DeleteMessage"] = Of(json.ReceiptRequest, json.Nothing, settle.Delete),
            ["DeleteMessageBatch"] = Of(json.ReceiptBatchRequest, json.ReceiptBatchResponse, settle.DeleteBatch),
            ["ChangeMessageVisibility"] = Of(json.ReceiptRequest, json.Nothing, settle.ChangeVisibility),
            ["ChangeMessageVisibilityBatch"] = Of(json.ReceiptBatchRequest, json.ReceiptBatchResponse, settle.ChangeVisibilityBatch),
            ["StartMessageMoveTask"] = Of(json.StartMessageMoveTaskRequest, json.StartMessageMoveTaskResponse, moves.Start),
            ["ListMessageMoveTasks"] = Of(json.ListMessageMoveTasksRequest, json.ListMessageMoveTasksResponse, moves.List),
            ["CancelMessageMoveTask"] = Of(json.CancelMessageMoveTaskRequest, json.CancelMessageMoveTaskResponse, moves.Cancel),
        };
    }
}
