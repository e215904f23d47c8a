using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.EventBridge.Model;
using Amazon.Shared;

namespace Amazon.EventBridge.Internal;

/// <summary>
/// How the bodies of EventBridge look: no member where there is no value, times as seconds, constants as text.
/// </summary>
[JsonSerializable(typeof(CancelReplayRequest))]
[JsonSerializable(typeof(CancelReplayResponse))]
[JsonSerializable(typeof(CreateArchiveRequest))]
[JsonSerializable(typeof(CreateArchiveResponse))]
[JsonSerializable(typeof(CreateEventBusRequest))]
[JsonSerializable(typeof(CreateEventBusResponse))]
[JsonSerializable(typeof(DeleteArchiveRequest))]
[JsonSerializable(typeof(DeleteEventBusRequest))]
[JsonSerializable(typeof(DeleteRuleRequest))]
[JsonSerializable(typeof(DescribeArchiveRequest))]
[JsonSerializable(typeof(DescribeArchiveResponse))]
[JsonSerializable(typeof(DescribeEventBusRequest))]
[JsonSerializable(typeof(DescribeEventBusResponse))]
[JsonSerializable(typeof(DescribeReplayRequest))]
[JsonSerializable(typeof(DescribeReplayResponse))]
[JsonSerializable(typeof(DescribeRuleRequest))]
[JsonSerializable(typeof(DescribeRuleResponse))]
[JsonSerializable(typeof(DisableRuleRequest))]
[JsonSerializable(typeof(EnableRuleRequest))]
[JsonSerializable(typeof(ListArchivesRequest))]
[JsonSerializable(typeof(ListArchivesResponse))]
[JsonSerializable(typeof(ListEventBusesRequest))]
[JsonSerializable(typeof(ListEventBusesResponse))]
[JsonSerializable(typeof(ListRulesRequest))]
[JsonSerializable(typeof(ListRulesResponse))]
[JsonSerializable(typeof(ListTagsForResourceRequest))]
[JsonSerializable(typeof(ListTagsForResourceResponse))]
[JsonSerializable(typeof(ListTargetsByRuleRequest))]
[JsonSerializable(typeof(ListTargetsByRuleResponse))]
[JsonSerializable(typeof(PutEventsRequest))]
[JsonSerializable(typeof(PutEventsResponse))]
[JsonSerializable(typeof(PutRuleRequest))]
[JsonSerializable(typeof(PutRuleResponse))]
[JsonSerializable(typeof(PutTargetsRequest))]
[JsonSerializable(typeof(PutTargetsResponse))]
[JsonSerializable(typeof(RemoveTargetsRequest))]
[JsonSerializable(typeof(RemoveTargetsResponse))]
[JsonSerializable(typeof(StartReplayRequest))]
[JsonSerializable(typeof(StartReplayResponse))]
[JsonSerializable(typeof(TagResourceRequest))]
[JsonSerializable(typeof(TestEventPatternRequest))]
[JsonSerializable(typeof(TestEventPatternResponse))]
[JsonSerializable(typeof(UpdateArchiveRequest))]
[JsonSerializable(typeof(UpdateArchiveResponse))]
internal sealed partial class EventBridgeJson : JsonSerializerContext
{
    public static EventBridgeJson Wire { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new EpochSecondsConverter(),
            new ConstantConverter<ArchiveState>(EventBridge.ArchiveState.FindValue),
            new ConstantConverter<ReplayState>(EventBridge.ReplayState.FindValue),
            new ConstantConverter<RuleState>(EventBridge.RuleState.FindValue),
        },
    });
}
