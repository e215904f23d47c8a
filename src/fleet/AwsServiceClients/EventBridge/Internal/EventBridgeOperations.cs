using System.Runtime.CompilerServices;
using System.Text.Json;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using static Amazon.EventBridge.Internal.EventBridgeErrors;

namespace Amazon.EventBridge.Internal;

/// <summary>The operations of EventBridge, with the errors that each declares.</summary>
internal static class EventBridgeOperations
{
    public static InvokeOptions CancelReplay { get; } =
        Operation<CancelReplayRequest, CancelReplayResponse>(
            [ConcurrentModification, IllegalStatus, ResourceNotFound]);

    public static InvokeOptions CreateArchive { get; } =
        Operation<CreateArchiveRequest, CreateArchiveResponse>(
            [ConcurrentModification, InvalidEventPattern, LimitExceeded, ResourceAlreadyExists, ResourceNotFound]);

    public static InvokeOptions CreateEventBus { get; } =
        Operation<CreateEventBusRequest, CreateEventBusResponse>(
        [
            ConcurrentModification, InvalidState, LimitExceeded, OperationDisabled, ResourceAlreadyExists,
            ResourceNotFound
        ]);

    public static InvokeOptions DeleteArchive { get; } =
        OperationWithoutResult<DeleteArchiveRequest, DeleteArchiveResponse>(
            [ConcurrentModification, ResourceNotFound]);

    public static InvokeOptions DeleteEventBus { get; } =
        OperationWithoutResult<DeleteEventBusRequest, DeleteEventBusResponse>([ConcurrentModification]);

    public static InvokeOptions DeleteRule { get; } =
        OperationWithoutResult<DeleteRuleRequest, DeleteRuleResponse>(
            [ConcurrentModification, ManagedRule, ResourceNotFound]);

    public static InvokeOptions DescribeArchive { get; } =
        Operation<DescribeArchiveRequest, DescribeArchiveResponse>([ResourceAlreadyExists, ResourceNotFound]);

    public static InvokeOptions DescribeEventBus { get; } =
        Operation<DescribeEventBusRequest, DescribeEventBusResponse>([ResourceNotFound]);

    public static InvokeOptions DescribeReplay { get; } =
        Operation<DescribeReplayRequest, DescribeReplayResponse>([ResourceNotFound]);

    public static InvokeOptions DescribeRule { get; } =
        Operation<DescribeRuleRequest, DescribeRuleResponse>([ResourceNotFound]);

    public static InvokeOptions DisableRule { get; } =
        OperationWithoutResult<DisableRuleRequest, DisableRuleResponse>(
            [ConcurrentModification, ManagedRule, ResourceNotFound]);

    public static InvokeOptions EnableRule { get; } =
        OperationWithoutResult<EnableRuleRequest, EnableRuleResponse>(
            [ConcurrentModification, ManagedRule, ResourceNotFound]);

    public static InvokeOptions ListArchives { get; } =
        Operation<ListArchivesRequest, ListArchivesResponse>([ResourceNotFound]);

    public static InvokeOptions ListEventBuses { get; } =
        Operation<ListEventBusesRequest, ListEventBusesResponse>([]);

    public static InvokeOptions ListRules { get; } =
        Operation<ListRulesRequest, ListRulesResponse>([ResourceNotFound]);

    public static InvokeOptions ListTagsForResource { get; } =
        Operation<ListTagsForResourceRequest, ListTagsForResourceResponse>([ResourceNotFound]);

    public static InvokeOptions ListTargetsByRule { get; } =
        Operation<ListTargetsByRuleRequest, ListTargetsByRuleResponse>([ResourceNotFound]);

    public static InvokeOptions PutEvents { get; } =
        Operation<PutEventsRequest, PutEventsResponse>([]);

    public static InvokeOptions PutRule { get; } =
        Operation<PutRuleRequest, PutRuleResponse>(
            [ConcurrentModification, InvalidEventPattern, LimitExceeded, ManagedRule, ResourceNotFound]);

    public static InvokeOptions PutTargets { get; } =
        Operation<PutTargetsRequest, PutTargetsResponse>(
            [ConcurrentModification, LimitExceeded, ManagedRule, ResourceNotFound]);

    public static InvokeOptions RemoveTargets { get; } =
        Operation<RemoveTargetsRequest, RemoveTargetsResponse>(
            [ConcurrentModification, ManagedRule, ResourceNotFound]);

    public static InvokeOptions StartReplay { get; } =
        Operation<StartReplayRequest, StartReplayResponse>(
            [InvalidEventPattern, LimitExceeded, ResourceAlreadyExists, ResourceNotFound]);

    public static InvokeOptions TagResource { get; } =
        OperationWithoutResult<TagResourceRequest, TagResourceResponse>(
            [ConcurrentModification, ManagedRule, ResourceNotFound]);

    public static InvokeOptions TestEventPattern { get; } =
        Operation<TestEventPatternRequest, TestEventPatternResponse>([InvalidEventPattern]);

    public static InvokeOptions UpdateArchive { get; } =
        Operation<UpdateArchiveRequest, UpdateArchiveResponse>(
            [ConcurrentModification, InvalidEventPattern, LimitExceeded, ResourceNotFound]);

    /// <summary>An operation, named as the member it is assigned to.</summary>
    private static InvokeOptions Operation<TRequest, TResponse>(DeclaredError[] errors, [CallerMemberName] string name = "")
        where TRequest : AmazonEventBridgeRequest
        where TResponse : AmazonWebServiceResponse =>
        Operation<TRequest>(name, errors, static body =>
            JsonSerializer.Deserialize(body, EventBridgeJson.TypeOf<TResponse>()) ?? throw new JsonException("The body is null."));

    /// <summary>An operation whose answer says only that it is done: its body is not read and may be empty.</summary>
    private static InvokeOptions OperationWithoutResult<TRequest, TResponse>(
        DeclaredError[] errors, [CallerMemberName] string name = "")
        where TRequest : AmazonEventBridgeRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        Operation<TRequest>(name, errors, static _ => new TResponse());

    private static InvokeOptions Operation<TRequest>(
        string name, DeclaredError[] errors, Func<Stream, AmazonWebServiceResponse> read)
        where TRequest : AmazonEventBridgeRequest =>
        new()
        {
            RequestMarshaller = new RequestMarshaller<TRequest>(name),
            ResponseUnmarshaller = new ResponseUnmarshaller(read, [.. errors, InternalFailure]),
        };
}
