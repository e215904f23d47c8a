using LocalAws.EventBridge.ApiDestinations;
using LocalAws.EventBridge.Archives;
using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Deliveries;
using LocalAws.EventBridge.Events;
using LocalAws.EventBridge.Lists;
using LocalAws.EventBridge.Replays;
using LocalAws.EventBridge.Rules;
using LocalAws.EventBridge.Tags;
using LocalAws.EventBridge.Targets;
using LocalAws.Patterns;

namespace LocalAws.EventBridge.Data;

/// <summary>Everything that EventBridge holds, as it is saved.</summary>
/// <param name="Regions">What stands in each region.</param>
/// <param name="Deliveries">What is under way or waits to be tried again, in the order in which it came.</param>
/// <param name="Plans">When scheduled rules are due.</param>
internal sealed record EventBridgeState(
    IReadOnlyList<RegionState> Regions, IReadOnlyList<DeliveryState> Deliveries, IReadOnlyList<PlanState> Plans);

/// <summary>When a scheduled rule of a default bus is due next.</summary>
internal sealed record PlanState(string Region, string Rule, DateTimeOffset Due);

/// <summary>A region as it is saved.</summary>
internal sealed record RegionState(string Name)
{
    public required IReadOnlyList<BusState> Buses { get; init; }

    public required IReadOnlyList<ArchiveState> Archives { get; init; }

    public required IReadOnlyList<ReplaySaved> Replays { get; init; }

    public required IReadOnlyList<Connection> Connections { get; init; }

    public required IReadOnlyList<ApiDestination> ApiDestinations { get; init; }

    public static RegionState Of(Region region) => new(region.Name)
    {
        Buses = [.. region.Buses.Items.Select(BusState.Of)],
        Archives = [.. region.Archives.Items.Select(ArchiveState.Of)],
        Replays = [.. region.Replays.Items.Select(ReplaySaved.Of)],
        Connections = region.Connections.Items,
        ApiDestinations = region.ApiDestinations.Items,
    };

    public Region Restore()
    {
        var archives = Catalog<Archive>.Empty.With(Archives.Select(archive => archive.Restore()));
        return new Region(Name)
        {
            Buses = Catalog<EventBus>.Empty.With(Buses.Select(bus => bus.Restore())),
            Archives = archives,
            Replays = Catalog<Replay>.Empty.With(Replays.Select(replay => replay.Restore(archives))),
            Connections = Catalog<Connection>.Empty.With(Connections),
            ApiDestinations = Catalog<ApiDestination>.Empty.With(ApiDestinations),
        };
    }
}

/// <summary>A bus as it is saved.</summary>
internal sealed record BusState(string Name, string Arn, DateTimeOffset CreationTime, DateTimeOffset LastModifiedTime)
{
    public string? Description { get; init; }

    public string? Policy { get; init; }

    public string? KmsKeyIdentifier { get; init; }

    public DeadLetterConfig? DeadLetterConfig { get; init; }

    public LogConfig? LogConfig { get; init; }

    public required IReadOnlyList<RuleState> Rules { get; init; }

    public required IReadOnlyList<Tag> Tags { get; init; }

    public static BusState Of(EventBus bus) => new(bus.Name, bus.Arn, bus.CreationTime, bus.LastModifiedTime)
    {
        Description = bus.Description,
        Policy = bus.Policy,
        KmsKeyIdentifier = bus.KmsKeyIdentifier,
        DeadLetterConfig = bus.DeadLetterConfig,
        LogConfig = bus.LogConfig,
        Rules = [.. bus.Rules.Items.Select(RuleState.Of)],
        Tags = bus.Tags.Items,
    };

    public EventBus Restore() => new(Name, Arn, CreationTime)
    {
        Description = Description,
        Policy = Policy,
        KmsKeyIdentifier = KmsKeyIdentifier,
        DeadLetterConfig = DeadLetterConfig,
        LogConfig = LogConfig,
        LastModifiedTime = LastModifiedTime,
        Rules = Catalog<Rule>.Empty.With(Rules.Select(rule => rule.Restore())),
        Tags = Catalog<Tag>.Empty.With(Tags),
    };
}

/// <summary>A rule as it is saved: patterns, schedules and targets are read again from what clients said.</summary>
internal sealed record RuleState(string Name, string Arn, string BusName, string State)
{
    public string? Pattern { get; init; }

    public string? Schedule { get; init; }

    public string? Description { get; init; }

    public string? RoleArn { get; init; }

    public required IReadOnlyList<Target> Targets { get; init; }

    public required IReadOnlyList<Tag> Tags { get; init; }

    public static RuleState Of(Rule rule) => new(rule.Name, rule.Arn, rule.BusName, rule.State)
    {
        Pattern = rule.Pattern?.Text,
        Schedule = rule.Schedule?.Expression,
        Description = rule.Description,
        RoleArn = rule.RoleArn,
        Targets = [.. rule.Targets.Items.Select(target => target.Definition)],
        Tags = rule.Tags.Items,
    };

    public Rule Restore() => new(Name, Arn, BusName)
    {
        Pattern = Pattern is null ? null : EventPattern.Parse(Pattern),
        Schedule = Schedule is null ? null : Schedules.Schedule.TryParse(Schedule),
        State = State,
        Description = Description,
        RoleArn = RoleArn,
        Targets = Catalog<RuleTarget>.Empty.With(Targets.Select(TargetCompiler.Compile)),
        Tags = Catalog<Tag>.Empty.With(Tags),
    };
}

/// <summary>An archive as it is saved.</summary>
internal sealed record ArchiveState(string Name, string Arn, string SourceArn, string BusName, DateTimeOffset CreationTime)
{
    public string? Description { get; init; }

    public string? KmsKeyIdentifier { get; init; }

    public string? Pattern { get; init; }

    public int RetentionDays { get; init; }

    public required IReadOnlyList<EnvelopeState> Events { get; init; }

    public static ArchiveState Of(Archive archive) =>
        new(archive.Name, archive.Arn, archive.SourceArn, archive.BusName, archive.CreationTime)
        {
            Description = archive.Description,
            KmsKeyIdentifier = archive.KmsKeyIdentifier,
            Pattern = archive.Pattern?.Text,
            RetentionDays = archive.RetentionDays,
            Events = [.. archive.Events.Read().Select(archived => new EnvelopeState(archived.At, archived.Utf8))],
        };

    public Archive Restore()
    {
        var archive = new Archive(Name, Arn, SourceArn, BusName, CreationTime)
        {
            Description = Description,
            KmsKeyIdentifier = KmsKeyIdentifier,
            Pattern = Pattern is null ? null : EventPattern.Parse(Pattern),
            RetentionDays = RetentionDays,
        };
        foreach (var (at, utf8) in Events)
        {
            archive.Events.Add(new ArchivedEvent(at, utf8));
        }

        return archive;
    }
}

/// <summary>An event as it is saved.</summary>
/// <param name="At">When the bus accepted it.</param>
/// <param name="Utf8">Its envelope as JSON.</param>
internal readonly record struct EnvelopeState(DateTimeOffset At, byte[] Utf8);

/// <summary>A replay as it is saved: its events are chosen again from the archive.</summary>
/// <param name="Request">What the client asked for.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="StartedAt">When it was asked for.</param>
/// <param name="Remaining">How many events were not replayed yet.</param>
internal sealed record ReplaySaved(StartReplayRequest Request, string Arn, DateTimeOffset StartedAt, int Remaining)
{
    public DateTimeOffset? CancelledAt { get; init; }

    public DateTimeOffset? LastEventTime { get; init; }

    public DateTimeOffset? LastReplayedAt { get; init; }

    public static ReplaySaved Of(Replay replay) => replay.Progress.Save(replay);

    public Replay Restore(Catalog<Archive> archives)
    {
        var remaining = ReplayedEvents.Last(Request, StartedAt, Remaining, archives).Count;
        var progress = new ReplayProgress(remaining, LastEventTime, LastReplayedAt);
        return new Replay(Request, Arn, StartedAt, progress) { CancelledAt = CancelledAt };
    }
}

/// <summary>A delivery as it is saved, with the rule as it was when the event came.</summary>
/// <param name="EventId">The event's id.</param>
/// <param name="Event">The event.</param>
/// <param name="Rule">The rule that it matched, with the one target.</param>
/// <param name="Hops">How many buses the event has come from.</param>
internal sealed record DeliveryState(string EventId, EnvelopeState Event, RuleState Rule, int Hops)
{
    public string? TraceHeader { get; init; }

    public int Retries { get; init; }

    public bool HasSlot { get; init; }

    public TimeSpan Delay { get; init; }

    /// <summary>When it is tried next; null when it is its turn.</summary>
    public DateTimeOffset? Due { get; init; }

    public static DeliveryState Of(Delivery delivery, DateTimeOffset? due)
    {
        var rule = delivery.Rule with { Targets = Catalog<RuleTarget>.Empty.With(delivery.Target) };
        return new(
            delivery.Event.Id, new EnvelopeState(delivery.Event.IngestedAt, delivery.Event.Utf8), RuleState.Of(rule), delivery.Hops)
        {
            TraceHeader = delivery.Event.TraceHeader,
            Retries = delivery.Retries,
            HasSlot = delivery.HasSlot,
            Delay = delivery.Delay,
            Due = due,
        };
    }

    public Delivery Restore()
    {
        var (rule, @event) = (Rule.Restore(), new BusEvent(EventId, Event.Utf8, Event.At) { TraceHeader = TraceHeader });
        return new Delivery(@event, rule, rule.Targets.Items[0], Hops) { Retries = Retries, HasSlot = HasSlot, Delay = Delay };
    }
}
