using Amazon.EventBridge.Model;
using Amazon.Internal;
using Amazon.Runtime.Internal;
using static Amazon.EventBridge.Internal.EventBridgeErrors;

namespace Amazon.EventBridge.Internal;

/// <summary>The operations of EventBridge, with the errors that each declares.</summary>
internal static class EventBridgeOperations
{
    private static readonly JsonProtocol Protocol = new()
    {
        ServiceName = "Amazon.EventBridge",
        TargetPrefix = "AWSEvents",
        ContentType = "application/x-amz-json-1.1",
        ApiVersion = "2015-10-07",
        Json = EventBridgeJson.Wire,
        CommonErrors = [InternalFailure],
        OtherError = Other,
    };

    public static InvokeOptions CancelReplay { get; } =
        Protocol.Operation<CancelReplayRequest, CancelReplayResponse>(
            [ConcurrentModification, IllegalStatus, ResourceNotFound]);

    public static InvokeOptions CreateArchive { get; } =
        Protocol.Operation<CreateArchiveRequest, CreateArchiveResponse>(
            [ConcurrentModification, InvalidEventPattern, LimitExceeded, ResourceAlreadyExists, ResourceNotFound]);

    public static InvokeOptions CreateEventBus { get; } =
        Protocol.Operation<CreateEventBusRequest, CreateEventBusResponse>(
        [
            ConcurrentModification, InvalidState, LimitExceeded, OperationDisabled, ResourceAlreadyExists,
            ResourceNotFound
        ]);

    public static InvokeOptions DeleteArchive { get; } =
        Protocol.OperationWithoutResult<DeleteArchiveRequest, DeleteArchiveResponse>(
            [ConcurrentModification, ResourceNotFound]);

    public static InvokeOptions DeleteEventBus { get; } =
        Protocol.OperationWithoutResult<DeleteEventBusRequest, DeleteEventBusResponse>([ConcurrentModification]);

    public static InvokeOptions DeleteRule { get; } =
        Protocol.OperationWithoutResult<DeleteRuleRequest, DeleteRuleResponse>(
            [ConcurrentModification, ManagedRule, ResourceNotFound]);

    public static InvokeOptions DescribeArchive { get; } =
        Protocol.Operation<DescribeArchiveRequest, DescribeArchiveResponse>([ResourceAlreadyExists, ResourceNotFound]);

    public static InvokeOptions DescribeEventBus { get; } =
        Protocol.Operation<DescribeEventBusRequest, DescribeEventBusResponse>([ResourceNotFound]);

    public static InvokeOptions DescribeReplay { get; } =
        Protocol.Operation<DescribeReplayRequest, DescribeReplayResponse>([ResourceNotFound]);

    public static InvokeOptions DescribeRule { get; } =
        Protocol.Operation<DescribeRuleRequest, DescribeRuleResponse>([ResourceNotFound]);

    public static InvokeOptions DisableRule { get; } =
        Protocol.OperationWithoutResult<DisableRuleRequest, DisableRuleResponse>(
            [ConcurrentModification, ManagedRule, ResourceNotFound]);

    public static InvokeOptions EnableRule { get; } =
        Protocol.OperationWithoutResult<EnableRuleRequest, EnableRuleResponse>(
            [ConcurrentModification, ManagedRule, ResourceNotFound]);

    public static InvokeOptions ListArchives { get; } =
        Protocol.Operation<ListArchivesRequest, ListArchivesResponse>([ResourceNotFound]);

    public static InvokeOptions ListEventBuses { get; } =
        Protocol.Operation<ListEventBusesRequest, ListEventBusesResponse>([]);

    public static InvokeOptions ListReplays { get; } =
        Protocol.Operation<ListReplaysRequest, ListReplaysResponse>([]);

    public static InvokeOptions ListRules { get; } =
        Protocol.Operation<ListRulesRequest, ListRulesResponse>([ResourceNotFound]);

    public static InvokeOptions ListTagsForResource { get; } =
        Protocol.Operation<ListTagsForResourceRequest, ListTagsForResourceResponse>([ResourceNotFound]);

    public static InvokeOptions ListTargetsByRule { get; } =
        Protocol.Operation<ListTargetsByRuleRequest, ListTargetsByRuleResponse>([ResourceNotFound]);

    public static InvokeOptions PutEvents { get; } =
        Protocol.Operation<PutEventsRequest, PutEventsResponse>([]);

    public static InvokeOptions PutRule { get; } =
        Protocol.Operation<PutRuleRequest, PutRuleResponse>(
            [ConcurrentModification, InvalidEventPattern, LimitExceeded, ManagedRule, ResourceNotFound]);

    public static InvokeOptions PutTargets { get; } =
        Protocol.Operation<PutTargetsRequest, PutTargetsResponse>(
            [ConcurrentModification, LimitExceeded, ManagedRule, ResourceNotFound]);

    public static InvokeOptions RemoveTargets { get; } =
        Protocol.Operation<RemoveTargetsRequest, RemoveTargetsResponse>(
            [ConcurrentModification, ManagedRule, ResourceNotFound]);

    public static InvokeOptions StartReplay { get; } =
        Protocol.Operation<StartReplayRequest, StartReplayResponse>(
            [InvalidEventPattern, LimitExceeded, ResourceAlreadyExists, ResourceNotFound]);

    public static InvokeOptions TagResource { get; } =
        Protocol.OperationWithoutResult<TagResourceRequest, TagResourceResponse>(
            [ConcurrentModification, ManagedRule, ResourceNotFound]);

    public static InvokeOptions TestEventPattern { get; } =
        Protocol.Operation<TestEventPatternRequest, TestEventPatternResponse>([InvalidEventPattern]);

    public static InvokeOptions UpdateArchive { get; } =
        Protocol.Operation<UpdateArchiveRequest, UpdateArchiveResponse>(
            [ConcurrentModification, InvalidEventPattern, LimitExceeded, ResourceNotFound]);
}
