using System.Text.Json.Serialization;
using LocalAws.EventBridge.ApiDestinations;
using LocalAws.EventBridge.Archives;
using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Events;
using LocalAws.EventBridge.Lists;
using LocalAws.EventBridge.Replays;
using LocalAws.EventBridge.Rules;
using LocalAws.EventBridge.Tags;
using LocalAws.EventBridge.Targets;

namespace LocalAws.EventBridge;

/// <summary>How requests and responses look on the wire: members are spelled as in C#, absent ones are left out.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters = [typeof(EpochSecondsConverter)])]
[JsonSerializable(typeof(Nothing))]
[JsonSerializable(typeof(ListRequest))]
[JsonSerializable(typeof(CreateEventBusRequest))]
[JsonSerializable(typeof(CreateEventBusResponse))]
[JsonSerializable(typeof(BusRequest))]
[JsonSerializable(typeof(BusDescription))]
[JsonSerializable(typeof(BusPage))]
[JsonSerializable(typeof(PutRuleRequest))]
[JsonSerializable(typeof(PutRuleResponse))]
[JsonSerializable(typeof(RuleRequest))]
[JsonSerializable(typeof(RuleDescription))]
[JsonSerializable(typeof(RulePage))]
[JsonSerializable(typeof(RuleNamePage))]
[JsonSerializable(typeof(PutTargetsRequest))]
[JsonSerializable(typeof(RemoveTargetsRequest))]
[JsonSerializable(typeof(TargetChange))]
[JsonSerializable(typeof(TargetPage))]
[JsonSerializable(typeof(PutEventsRequest))]
[JsonSerializable(typeof(PutEventsResponse))]
[JsonSerializable(typeof(TestEventPatternRequest))]
[JsonSerializable(typeof(TestEventPatternResponse))]
[JsonSerializable(typeof(ArchiveRequest))]
[JsonSerializable(typeof(ArchiveResponse))]
[JsonSerializable(typeof(ArchiveDescription))]
[JsonSerializable(typeof(ArchivePage))]
[JsonSerializable(typeof(StartReplayRequest))]
[JsonSerializable(typeof(ReplayRequest))]
[JsonSerializable(typeof(ReplayResponse))]
[JsonSerializable(typeof(ReplayDescription))]
[JsonSerializable(typeof(ReplayPage))]
[JsonSerializable(typeof(TagRequest))]
[JsonSerializable(typeof(TagList))]
[JsonSerializable(typeof(PutPermissionRequest))]
[JsonSerializable(typeof(RemovePermissionRequest))]
[JsonSerializable(typeof(ConnectionRequest))]
[JsonSerializable(typeof(ConnectionDescription))]
[JsonSerializable(typeof(ConnectionPage))]
[JsonSerializable(typeof(ApiDestinationRequest))]
[JsonSerializable(typeof(ApiDestinationDescription))]
[JsonSerializable(typeof(ApiDestinationPage))]
internal sealed partial class EventBridgeJson : JsonSerializerContext;
