using System.Text.Json;
using LocalAws.Data;
using LocalAws.EventBridge.ApiDestinations;
using LocalAws.EventBridge.Archives;
using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Data;
using LocalAws.EventBridge.Deliveries;
using LocalAws.EventBridge.Events;
using LocalAws.EventBridge.Replays;
using LocalAws.EventBridge.Rules;
using LocalAws.EventBridge.Schedules;
using LocalAws.EventBridge.Tags;
using LocalAws.EventBridge.Targets;
using LocalAws.Http;
using static LocalAws.Http.AwsOperations;

namespace LocalAws.EventBridge;

/// <summary>Amazon EventBridge: buses, rules, schedules, targets, archives, replays and API destinations in memory.</summary>
internal sealed class EventBridgeService : IAwsService, ISavedService, IAsyncDisposable
{
    private readonly Regions _regions;
    private readonly ArchiveOperations _archives;
    private readonly DeliveryPump _pump;
    private readonly ReplayRunner _replays;
    private readonly EventOperations _events;
    private readonly ScheduleRunner _schedules;
    private readonly DeliveryLog _log;
    private EventBridgeState? _toResume;

    /// <param name="options">The clock.</param>
    /// <param name="targets">Where events go that match a rule, unless they go to another bus.</param>
    public EventBridgeService(LocalAwsOptions options, IEventTarget targets)
    {
        var time = options.TimeProvider;
        _regions = new Regions(time);
        _archives = new ArchiveOperations(_regions, time);
        var (router, events) = (new EventRouter(_regions), new EventFactory(time));
        _log = new DeliveryLog(time);
        _pump = new DeliveryPump(targets, router, _regions, _log, time);
        _replays = new ReplayRunner(_regions, router, _pump, time);
        _events = new EventOperations(events, router, _pump);
        _schedules = new ScheduleRunner(_regions, events, _pump, time);
        Operations = Buses(new BusOperations(_regions, time), new PermissionOperations(_regions, time), new TagOperations(_regions))
            .Concat(Rules(
                new PutRule(_regions, _schedules),
                new RuleOperations(_regions, _schedules),
                new TargetOperations(_regions, new TargetCompiler(targets))))
            .Concat(Events(_events))
            .Concat(Archives(_archives, new ReplayOperations(_regions, _replays, time)))
            .Concat(Connections(new ConnectionOperations(_regions, time), new ApiDestinationOperations(_regions, time)))
            .ToDictionary();
    }

    public string TargetPrefix => "AWSEvents";

    public string JsonVersion => "1.1";

    public IReadOnlyDictionary<string, AwsOperation> Operations { get; }

    /// <summary>The events that an archive holds, oldest first, as their envelopes in JSON; null when there is none of that name.</summary>
    public IReadOnlyList<byte[]>? Archive(string name) => _archives.Read(name);

    /// <summary>What would have been delivered to targets that are not here, oldest first, in JSON.</summary>
    /// <param name="rule">Only by the rule of that ARN or name.</param>
    /// <param name="target">Only to the target of that ARN.</param>
    public IReadOnlyList<byte[]> Deliveries(string? rule, string? target) => _log.Read(rule, target);

    /// <summary>Puts an event of AWS itself on the region's default bus; its source may begin with <c>aws.</c>.</summary>
    public ValueTask PutOfServiceAsync(
        string source, string detailType, string detail, string resource, string region, CancellationToken cancellationToken)
    {
        var entry = new PutEventsEntry { Source = source, DetailType = detailType, Detail = detail, Resources = [resource] };
        return _events.PutOfServiceAsync(entry, region, cancellationToken);
    }

    public AwsException Throttled() => EventBridgeErrors.Throttled();

    public AwsException InternalError() => EventBridgeErrors.InternalError();

    public void Reset()
    {
        _regions.Clear();
        _schedules.Clear();
        _pump.Clear();
        _log.Clear();
    }

    public IDisposable Hold() => new HeldLocks([_pump.Gate]);

    public Action<Utf8JsonWriter> Capture()
    {
        var state = new EventBridgeState([.. _regions.All.Select(RegionState.Of)], _pump.Save(), _schedules.Save());
        return writer => JsonSerializer.Serialize(writer, state, EventBridgeStateJson.Default.EventBridgeState);
    }

    public void Restore(JsonElement state)
    {
        _toResume = state.Deserialize(EventBridgeStateJson.Default.EventBridgeState) ?? throw new JsonException("The state is null.");
        _regions.Restore(_toResume.Regions.Select(region => region.Restore()));
    }

    /// <summary>Deliveries, replays and schedules go on.</summary>
    public void Resume()
    {
        _pump.Resume(_toResume?.Deliveries ?? []);
        _schedules.Resume(_toResume?.Plans ?? []);
        _replays.Resume();
        _toResume = null;
    }

    /// <summary>Delivers what is under way. Replays end where they are, and what waits to be tried again is dropped.</summary>
    public async ValueTask DisposeAsync()
    {
        await _schedules.DisposeAsync();
        await _replays.DisposeAsync();
        await _pump.DisposeAsync();
    }

    private static Dictionary<string, AwsOperation> Buses(BusOperations buses, PermissionOperations permissions, TagOperations tags)
    {
        var json = EventBridgeJson.Default;
        return new()
        {
            ["CreateEventBus"] = Of(json.CreateEventBusRequest, json.CreateEventBusResponse, buses.Create),
            ["DescribeEventBus"] = Of(json.BusRequest, json.BusDescription, buses.Describe),
            ["UpdateEventBus"] = Of(json.CreateEventBusRequest, json.BusDescription, buses.Update),
            ["ListEventBuses"] = Of(json.ListRequest, json.BusPage, buses.List),
            ["DeleteEventBus"] = Of(json.BusRequest, json.Nothing, buses.Delete),
            ["PutPermission"] = Of(json.PutPermissionRequest, json.Nothing, permissions.Put),
            ["RemovePermission"] = Of(json.RemovePermissionRequest, json.Nothing, permissions.Remove),
            ["TagResource"] = Of(json.TagRequest, json.Nothing, tags.Add),
            ["UntagResource"] = Of(json.TagRequest, json.Nothing, tags.Remove),
            ["ListTagsForResource"] = Of(json.TagRequest, json.TagList, tags.List),
        };
    }

    private static Dictionary<string, AwsOperation> Rules(PutRule put, RuleOperations rules, TargetOperations targets)
    {
        var json = EventBridgeJson.Default;
        return new()
        {
            ["PutRule"] = Of(json.PutRuleRequest, json.PutRuleResponse, put.Put),
            ["DescribeRule"] = Of(json.RuleRequest, json.RuleDescription, rules.Describe),
            ["ListRules"] = Of(json.ListRequest, json.RulePage, rules.List),
            ["ListRuleNamesByTarget"] = Of(json.ListRequest, json.RuleNamePage, rules.ListNamesByTarget),
            ["EnableRule"] = Of(json.RuleRequest, json.Nothing, rules.Enable),
            ["DisableRule"] = Of(json.RuleRequest, json.Nothing, rules.Disable),
            ["DeleteRule"] = Of(json.RuleRequest, json.Nothing, rules.Delete),
            ["PutTargets"] = Of(json.PutTargetsRequest, json.TargetChange, targets.Put),
            ["ListTargetsByRule"] = Of(json.ListRequest, json.TargetPage, targets.List),
            ["RemoveTargets"] = Of(json.RemoveTargetsRequest, json.TargetChange, targets.Remove),
        };
    }

    private static Dictionary<string, AwsOperation> Events(EventOperations events)
    {
        var json = EventBridgeJson.Default;
        return new()
        {
            ["PutEvents"] = Of(json.PutEventsRequest, json.PutEventsResponse, events.PutAsync)
                .Refusing(EventBridgeErrors.NotSupported, "EndpointId"),
            ["TestEventPattern"] = Of(json.TestEventPatternRequest, json.TestEventPatternResponse, PatternTest.Run),
        };
    }

    private static Dictionary<string, AwsOperation> Archives(ArchiveOperations archives, ReplayOperations replays)
    {
        var json = EventBridgeJson.Default;
        return new()
        {
            ["CreateArchive"] = Of(json.ArchiveRequest, json.ArchiveResponse, archives.Create),
            ["DescribeArchive"] = Of(json.ArchiveRequest, json.ArchiveDescription, archives.Describe),
            ["ListArchives"] = Of(json.ListRequest, json.ArchivePage, archives.List),
            ["UpdateArchive"] = Of(json.ArchiveRequest, json.ArchiveResponse, archives.Update),
            ["DeleteArchive"] = Of(json.ArchiveRequest, json.Nothing, archives.Delete),
            ["StartReplay"] = Of(json.StartReplayRequest, json.ReplayResponse, replays.Start),
            ["DescribeReplay"] = Of(json.ReplayRequest, json.ReplayDescription, replays.Describe),
            ["ListReplays"] = Of(json.ListRequest, json.ReplayPage, replays.List),
            ["CancelReplay"] = Of(json.ReplayRequest, json.ReplayResponse, replays.Cancel),
        };
    }

    private static Dictionary<string, AwsOperation> Connections(ConnectionOperations connections, ApiDestinationOperations destinations)
    {
        var json = EventBridgeJson.Default;
        return new()
        {
            ["CreateConnection"] = Private(Of(json.ConnectionRequest, json.ConnectionDescription, connections.Create)),
            ["UpdateConnection"] = Private(Of(json.ConnectionRequest, json.ConnectionDescription, connections.Update)),
            ["DescribeConnection"] = Of(json.ConnectionRequest, json.ConnectionDescription, connections.Describe),
            ["ListConnections"] = Of(json.ListRequest, json.ConnectionPage, connections.List),
            ["DeauthorizeConnection"] = Of(json.ConnectionRequest, json.ConnectionDescription, connections.Deauthorize),
            ["DeleteConnection"] = Of(json.ConnectionRequest, json.ConnectionDescription, connections.Delete),
            ["CreateApiDestination"] = Of(json.ApiDestinationRequest, json.ApiDestinationDescription, destinations.Create),
            ["UpdateApiDestination"] = Of(json.ApiDestinationRequest, json.ApiDestinationDescription, destinations.Update),
            ["DescribeApiDestination"] = Of(json.ApiDestinationRequest, json.ApiDestinationDescription, destinations.Describe),
            ["ListApiDestinations"] = Of(json.ListRequest, json.ApiDestinationPage, destinations.List),
            ["DeleteApiDestination"] = Of(json.ApiDestinationRequest, json.Nothing, destinations.Delete),
        };
    }

    // There are no private networks here that a connection could lead into.
    private static AwsOperation Private(AwsOperation operation) => operation.Refusing(
        EventBridgeErrors.NotSupported, "InvocationConnectivityParameters", "AuthParameters.ConnectivityParameters");
}
