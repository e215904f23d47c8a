using Amazon.Internal;
using Amazon.EventBridge.Model;
using Amazon.Runtime.Internal;
using static Amazon.EventBridge.Internal.EventBridgeErrors;
using static Amazon.EventBridge.Internal.EventBridgeJson;

namespace Amazon.EventBridge.Internal;

/// <summary>The operations of EventBridge: bodies, and the errors that each declares.</summary>
internal static class EventBridgeOperations
{
    private static readonly JsonProtocol Protocol = new("Amazon.EventBridge", "AWSEvents", "application/x-amz-json-1.1", "2015-10-07", Reader);

    public static InvokeOptions CancelReplay { get; } =
        Protocol.Operation("CancelReplay", Wire.CancelReplayRequest, Wire.CancelReplayResponse,
            ConcurrentModification, IllegalStatus, InternalFailure, ResourceNotFound);

    public static InvokeOptions CreateArchive { get; } =
        Protocol.Operation("CreateArchive", Wire.CreateArchiveRequest, Wire.CreateArchiveResponse,
            ConcurrentModification, InternalFailure, InvalidEventPattern, LimitExceeded, ResourceAlreadyExists, ResourceNotFound);

    public static InvokeOptions CreateEventBus { get; } =
        Protocol.Operation("CreateEventBus", Wire.CreateEventBusRequest, Wire.CreateEventBusResponse,
            ConcurrentModification, InternalFailure, InvalidState, LimitExceeded, OperationDisabled, ResourceAlreadyExists, ResourceNotFound);

    public static InvokeOptions DeleteArchive { get; } =
        Protocol.Operation<DeleteArchiveRequest, DeleteArchiveResponse>("DeleteArchive", Wire.DeleteArchiveRequest,
            ConcurrentModification, InternalFailure, ResourceNotFound);

    public static InvokeOptions DeleteEventBus { get; } =
        Protocol.Operation<DeleteEventBusRequest, DeleteEventBusResponse>("DeleteEventBus", Wire.DeleteEventBusRequest,
            ConcurrentModification, InternalFailure);

    public static InvokeOptions DeleteRule { get; } =
        Protocol.Operation<DeleteRuleRequest, DeleteRuleResponse>("DeleteRule", Wire.DeleteRuleRequest,
            ConcurrentModification, InternalFailure, ManagedRule, ResourceNotFound);

    public static InvokeOptions DescribeArchive { get; } =
        Protocol.Operation("DescribeArchive", Wire.DescribeArchiveRequest, Wire.DescribeArchiveResponse,
            InternalFailure, ResourceAlreadyExists, ResourceNotFound);

    public static InvokeOptions DescribeEventBus { get; } =
        Protocol.Operation("DescribeEventBus", Wire.DescribeEventBusRequest, Wire.DescribeEventBusResponse,
            InternalFailure, ResourceNotFound);

    public static InvokeOptions DescribeReplay { get; } =
        Protocol.Operation("DescribeReplay", Wire.DescribeReplayRequest, Wire.DescribeReplayResponse,
            InternalFailure, ResourceNotFound);

    public static InvokeOptions DescribeRule { get; } =
        Protocol.Operation("DescribeRule", Wire.DescribeRuleRequest, Wire.DescribeRuleResponse,
            InternalFailure, ResourceNotFound);

    public static InvokeOptions DisableRule { get; } =
        Protocol.Operation<DisableRuleRequest, DisableRuleResponse>("DisableRule", Wire.DisableRuleRequest,
            ConcurrentModification, InternalFailure, ManagedRule, ResourceNotFound);

    public static InvokeOptions EnableRule { get; } =
        Protocol.Operation<EnableRuleRequest, EnableRuleResponse>("EnableRule", Wire.EnableRuleRequest,
            ConcurrentModification, InternalFailure, ManagedRule, ResourceNotFound);

    public static InvokeOptions ListArchives { get; } =
        Protocol.Operation("ListArchives", Wire.ListArchivesRequest, Wire.ListArchivesResponse,
            InternalFailure, ResourceNotFound);

    public static InvokeOptions ListEventBuses { get; } =
        Protocol.Operation("ListEventBuses", Wire.ListEventBusesRequest, Wire.ListEventBusesResponse, InternalFailure);

    public static InvokeOptions ListReplays { get; } =
        Protocol.Operation("ListReplays", Wire.ListReplaysRequest, Wire.ListReplaysResponse, InternalFailure);

    public static InvokeOptions ListRules { get; } =
        Protocol.Operation("ListRules", Wire.ListRulesRequest, Wire.ListRulesResponse,
            InternalFailure, ResourceNotFound);

    public static InvokeOptions ListTagsForResource { get; } =
        Protocol.Operation("ListTagsForResource", Wire.ListTagsForResourceRequest, Wire.ListTagsForResourceResponse,
            InternalFailure, ResourceNotFound);

    public static InvokeOptions ListTargetsByRule { get; } =
        Protocol.Operation("ListTargetsByRule", Wire.ListTargetsByRuleRequest, Wire.ListTargetsByRuleResponse,
            InternalFailure, ResourceNotFound);

    public static InvokeOptions PutEvents { get; } =
        Protocol.Operation("PutEvents", Wire.PutEventsRequest, Wire.PutEventsResponse, InternalFailure);

    public static InvokeOptions PutRule { get; } =
        Protocol.Operation("PutRule", Wire.PutRuleRequest, Wire.PutRuleResponse,
            ConcurrentModification, InternalFailure, InvalidEventPattern, LimitExceeded, ManagedRule, ResourceNotFound);

    public static InvokeOptions PutTargets { get; } =
        Protocol.Operation("PutTargets", Wire.PutTargetsRequest, Wire.PutTargetsResponse,
            ConcurrentModification, InternalFailure, LimitExceeded, ManagedRule, ResourceNotFound);

    public static InvokeOptions RemoveTargets { get; } =
        Protocol.Operation("RemoveTargets", Wire.RemoveTargetsRequest, Wire.RemoveTargetsResponse,
            ConcurrentModification, InternalFailure, ManagedRule, ResourceNotFound);

    public static InvokeOptions StartReplay { get; } =
        Protocol.Operation("StartReplay", Wire.StartReplayRequest, Wire.StartReplayResponse,
            InternalFailure, InvalidEventPattern, LimitExceeded, ResourceAlreadyExists, ResourceNotFound);

    public static InvokeOptions TagResource { get; } =
        Protocol.Operation<TagResourceRequest, TagResourceResponse>("TagResource", Wire.TagResourceRequest,
            ConcurrentModification, InternalFailure, ManagedRule, ResourceNotFound);

    public static InvokeOptions TestEventPattern { get; } =
        Protocol.Operation("TestEventPattern", Wire.TestEventPatternRequest, Wire.TestEventPatternResponse,
            InternalFailure, InvalidEventPattern);

    public static InvokeOptions UpdateArchive { get; } =
        Protocol.Operation("UpdateArchive", Wire.UpdateArchiveRequest, Wire.UpdateArchiveResponse,
            ConcurrentModification, InternalFailure, InvalidEventPattern, LimitExceeded, ResourceNotFound);
}
