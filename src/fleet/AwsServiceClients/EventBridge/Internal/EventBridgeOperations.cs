using Amazon.EventBridge.Model;
using Amazon.Runtime.Internal;
using Amazon.Shared;
using static Amazon.EventBridge.Internal.EventBridgeErrors;

namespace Amazon.EventBridge.Internal;

/// <summary>The operations of EventBridge, with the errors that each declares.</summary>
internal static class EventBridgeOperations
{
    private static readonly JsonService Service = new()
    {
        Name = "Amazon.EventBridge",
        TargetPrefix = "AWSEvents",
        JsonVersion = "1.1",
        ApiVersion = AmazonEventBridgeConfig.ApiVersion,
        Json = EventBridgeJson.Wire,
        CommonErrors = [InternalFailure],
        Other = EventBridgeErrors.Other,
    };

    public static InvokeOptions CancelReplay { get; } =
        Service.Operation<CancelReplayRequest, CancelReplayResponse>(
            [ConcurrentModification, IllegalStatus, ResourceNotFound]);

    public static InvokeOptions CreateArchive { get; } =
        Service.Operation<CreateArchiveRequest, CreateArchiveResponse>(
            [ConcurrentModification, InvalidEventPattern, LimitExceeded, ResourceAlreadyExists, ResourceNotFound]);

    public static InvokeOptions CreateEventBus { get; } =
        Service.Operation<CreateEventBusRequest, CreateEventBusResponse>(
        [
            ConcurrentModification, InvalidState, LimitExceeded, OperationDisabled, ResourceAlreadyExists,
            ResourceNotFound
        ]);

    public static InvokeOptions DeleteArchive { get; } =
        Service.OperationWithoutResult<DeleteArchiveRequest, DeleteArchiveResponse>(
            [ConcurrentModification, ResourceNotFound]);

    public static InvokeOptions DeleteEventBus { get; } =
        Service.OperationWithoutResult<DeleteEventBusRequest, DeleteEventBusResponse>([ConcurrentModification]);

    public static InvokeOptions DeleteRule { get; } =
        Service.OperationWithoutResult<DeleteRuleRequest, DeleteRuleResponse>(
            [ConcurrentModification, ManagedRule, ResourceNotFound]);

    public static InvokeOptions DescribeArchive { get; } =
        Service.Operation<DescribeArchiveRequest, DescribeArchiveResponse>([ResourceAlreadyExists, ResourceNotFound]);

    public static InvokeOptions DescribeEventBus { get; } =
        Service.Operation<DescribeEventBusRequest, DescribeEventBusResponse>([ResourceNotFound]);

    public static InvokeOptions DescribeReplay { get; } =
        Service.Operation<DescribeReplayRequest, DescribeReplayResponse>([ResourceNotFound]);

    public static InvokeOptions DescribeRule { get; } =
        Service.Operation<DescribeRuleRequest, DescribeRuleResponse>([ResourceNotFound]);

    public static InvokeOptions DisableRule { get; } =
        Service.OperationWithoutResult<DisableRuleRequest, DisableRuleResponse>(
            [ConcurrentModification, ManagedRule, ResourceNotFound]);

    public static InvokeOptions EnableRule { get; } =
        Service.OperationWithoutResult<EnableRuleRequest, EnableRuleResponse>(
            [ConcurrentModification, ManagedRule, ResourceNotFound]);

    public static InvokeOptions ListArchives { get; } =
        Service.Operation<ListArchivesRequest, ListArchivesResponse>([ResourceNotFound]);

    public static InvokeOptions ListEventBuses { get; } =
        Service.Operation<ListEventBusesRequest, ListEventBusesResponse>([]);

    public static InvokeOptions ListRules { get; } =
        Service.Operation<ListRulesRequest, ListRulesResponse>([ResourceNotFound]);

    public static InvokeOptions ListTagsForResource { get; } =
        Service.Operation<ListTagsForResourceRequest, ListTagsForResourceResponse>([ResourceNotFound]);

    public static InvokeOptions ListTargetsByRule { get; } =
        Service.Operation<ListTargetsByRuleRequest, ListTargetsByRuleResponse>([ResourceNotFound]);

    public static InvokeOptions PutEvents { get; } =
        Service.Operation<PutEventsRequest, PutEventsResponse>([]);

    public static InvokeOptions PutRule { get; } =
        Service.Operation<PutRuleRequest, PutRuleResponse>(
            [ConcurrentModification, InvalidEventPattern, LimitExceeded, ManagedRule, ResourceNotFound]);

    public static InvokeOptions PutTargets { get; } =
        Service.Operation<PutTargetsRequest, PutTargetsResponse>(
            [ConcurrentModification, LimitExceeded, ManagedRule, ResourceNotFound]);

    public static InvokeOptions RemoveTargets { get; } =
        Service.Operation<RemoveTargetsRequest, RemoveTargetsResponse>(
            [ConcurrentModification, ManagedRule, ResourceNotFound]);

    public static InvokeOptions StartReplay { get; } =
        Service.Operation<StartReplayRequest, StartReplayResponse>(
            [InvalidEventPattern, LimitExceeded, ResourceAlreadyExists, ResourceNotFound]);

    public static InvokeOptions TagResource { get; } =
        Service.OperationWithoutResult<TagResourceRequest, TagResourceResponse>(
            [ConcurrentModification, ManagedRule, ResourceNotFound]);

    public static InvokeOptions TestEventPattern { get; } =
        Service.Operation<TestEventPatternRequest, TestEventPatternResponse>([InvalidEventPattern]);

    public static InvokeOptions UpdateArchive { get; } =
        Service.Operation<UpdateArchiveRequest, UpdateArchiveResponse>(
            [ConcurrentModification, InvalidEventPattern, LimitExceeded, ResourceNotFound]);
}
