using LocalAws.EventBridge.Archives;
using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Deliveries;
using LocalAws.EventBridge.Events;
using LocalAws.EventBridge.Replays;
using LocalAws.EventBridge.Rules;
using LocalAws.EventBridge.Tags;
using LocalAws.EventBridge.Targets;
using LocalAws.Http;
using static LocalAws.Http.AwsOperations;

namespace LocalAws.EventBridge;

/// <summary>Amazon EventBridge: buses, rules, targets, archives and replays in memory.</summary>
internal sealed class EventBridgeService : IAwsService, IAsyncDisposable
{
    private readonly Regions _regions;
    private readonly ArchiveOperations _archives;
    private readonly DeliveryPump _pump;
    private readonly ReplayRunner _replays;
    private readonly EventOperations _events;

    /// <param name="options">The clock.</param>
    /// <param name="targets">Where events go that match a rule, unless they go to another bus.</param>
    public EventBridgeService(LocalAwsOptions options, IEventTarget targets)
    {
        var time = options.TimeProvider;
        _regions = new Regions(time);
        _archives = new ArchiveOperations(_regions, time);
        var router = new EventRouter(_regions);
        _pump = new DeliveryPump(targets, router, time);
        _replays = new ReplayRunner(_regions, router, _pump, time);
        _events = new EventOperations(new EventFactory(time), router, _pump);
        Operations = Table(
            new BusOperations(_regions, time),
            new RuleOperations(_regions),
            new TargetOperations(_regions, new TargetCompiler(targets)),
            _events,
            _archives,
            new ReplayOperations(_regions, _replays, time),
            new TagOperations(_regions));
    }

    public string TargetPrefix => "AWSEvents";

    public string JsonVersion => "1.1";

    public IReadOnlyDictionary<string, AwsOperation> Operations { get; }

    /// <summary>The events that an archive holds, oldest first, as their envelopes in JSON; null when there is none of that name.</summary>
    public IReadOnlyList<byte[]>? Archive(string name) => _archives.Read(name);

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
        _pump.Clear();
    }

    /// <summary>Delivers what is under way. Replays end where they are, and what waits to be tried again is dropped.</summary>
    public async ValueTask DisposeAsync()
    {
        await _replays.DisposeAsync();
        await _pump.DisposeAsync();
    }

    private static Dictionary<string, AwsOperation> Table(
        BusOperations buses,
        RuleOperations rules,
        TargetOperations targets,
        EventOperations events,
        ArchiveOperations archives,
        ReplayOperations replays,
        TagOperations tags)
    {
        var json = EventBridgeJson.Default;
        return new Dictionary<string, AwsOperation>
        {
            ["CreateEventBus"] = Of(json.CreateEventBusRequest, json.CreateEventBusResponse, buses.Create),
            ["DescribeEventBus"] = Of(json.BusRequest, json.BusDescription, buses.Describe),
            ["UpdateEventBus"] = Of(json.CreateEventBusRequest, json.BusDescription, buses.Update),
            ["ListEventBuses"] = Of(json.ListRequest, json.BusPage, buses.List),
            ["DeleteEventBus"] = Of(json.BusRequest, json.Nothing, buses.Delete),
            ["PutRule"] = Of(json.PutRuleRequest, json.PutRuleResponse, rules.Put),
            ["DescribeRule"] = Of(json.RuleRequest, json.RuleDescription, rules.Describe),
            ["ListRules"] = Of(json.ListRequest, json.RulePage, rules.List),
            ["ListRuleNamesByTarget"] = Of(json.ListRequest, json.RuleNamePage, rules.ListNamesByTarget),
            ["EnableRule"] = Of(json.RuleRequest, json.Nothing, rules.Enable),
            ["DisableRule"] = Of(json.RuleRequest, json.Nothing, rules.Disable),
            ["DeleteRule"] = Of(json.RuleRequest, json.Nothing, rules.Delete),
            ["PutTargets"] = Of(json.PutTargetsRequest, json.TargetChange, targets.Put),
            ["ListTargetsByRule"] = Of(json.ListRequest, json.TargetPage, targets.List),
            ["RemoveTargets"] = Of(json.RemoveTargetsRequest, json.TargetChange, targets.Remove),
            ["PutEvents"] = Of(json.PutEventsRequest, json.PutEventsResponse, events.PutAsync),
            ["TestEventPattern"] = Of(json.TestEventPatternRequest, json.TestEventPatternResponse, PatternTest.Run),
            ["CreateArchive"] = Of(json.ArchiveRequest, json.ArchiveResponse, archives.Create),
            ["DescribeArchive"] = Of(json.ArchiveRequest, json.ArchiveDescription, archives.Describe),
            ["ListArchives"] = Of(json.ListRequest, json.ArchivePage, archives.List),
            ["UpdateArchive"] = Of(json.ArchiveRequest, json.ArchiveResponse, archives.Update),
            ["DeleteArchive"] = Of(json.ArchiveRequest, json.Nothing, archives.Delete),
            ["StartReplay"] = Of(json.StartReplayRequest, json.ReplayResponse, replays.Start),
            ["DescribeReplay"] = Of(json.ReplayRequest, json.ReplayDescription, replays.Describe),
            ["ListReplays"] = Of(json.ListRequest, json.ReplayPage, replays.List),
            ["CancelReplay"] = Of(json.ReplayRequest, json.ReplayResponse, replays.Cancel),
            ["TagResource"] = Of(json.TagRequest, json.Nothing, tags.Add),
            ["UntagResource"] = Of(json.TagRequest, json.Nothing, tags.Remove),
            ["ListTagsForResource"] = Of(json.TagRequest, json.TagList, tags.List),
        };
    }
}
