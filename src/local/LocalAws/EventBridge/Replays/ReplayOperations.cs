using LocalAws.EventBridge.Archives;
using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Lists;
using LocalAws.Http;

namespace LocalAws.EventBridge.Replays;

/// <summary>DescribeReplay and CancelReplay.</summary>
internal sealed record ReplayRequest(string? ReplayName);

/// <summary>What StartReplay and CancelReplay answer.</summary>
internal sealed record ReplayResponse(string ReplayArn, string State)
{
    /// <summary>When it started; CancelReplay does not say.</summary>
    public DateTimeOffset? ReplayStartTime { get; init; }
}

/// <summary>A page of ListReplays.</summary>
internal sealed record ReplayPage(IEnumerable<ReplayDescription> Replays, string? NextToken);

/// <summary>Start, describe, list and cancel replays.</summary>
internal sealed class ReplayOperations(Regions regions, ReplayRunner runner, TimeProvider time)
{
    private const int MaxActive = 10;
    private const int MaxNameLength = 64;

    /// <summary>
    /// Starts a replay of what the archive holds now. The events reach the bus's rules, as they are then, and no archive.
    /// </summary>
    public ReplayResponse Start(StartReplayRequest request, AwsRequest aws)
    {
        Check(request);
        var (bus, archive) = Find(request, aws.Region);
        var now = time.GetUtcNow();
        archive.DropExpired(now);
        var events = ReplayedEvents.Choose(archive.Events.Read(), request.EventStartTime!.Value, request.EventEndTime!.Value);
        var arn = EventBridgeArn.OfReplay(aws.Region, request.ReplayName!);
        var replay = new Replay(request, arn, now, new ReplayProgress(events.Count));
        regions.Change(aws.Region, region =>
        {
            var known = region.Replays.Items.Where(other => !other.IsForgotten(now)).ToList();
            return known switch
            {
                _ when known.Exists(other => other.Name == replay.Name) =>
                    throw EventBridgeErrors.AlreadyExists($"Replay {replay.Name}"),
                _ when known.Count(other => other.IsActive(now)) >= MaxActive => throw EventBridgeErrors.LimitExceeded(),
                _ => region.With(replay),
            };
        });
        runner.Start(replay, bus, events);
        return new ReplayResponse(replay.Arn, replay.State(now)) { ReplayStartTime = now };
    }

    public ReplayDescription Describe(ReplayRequest request, AwsRequest aws)
    {
        Check(request);
        var now = time.GetUtcNow();
        var replay = Known(regions[aws.Region], request.ReplayName!, now);
        return ReplayDescription.Of(replay, now) with
        {
            ReplayArn = replay.Arn,
            Description = replay.Request.Description,
            Destination = replay.Request.Destination,
        };
    }

    public ReplayPage List(ListRequest request, AwsRequest aws)
    {
        request.Constrain(MaxNameLength).OneOf("state", request.State, [.. ReplayState.All]).Check();
        request.CheckFilters("ListReplays");
        var now = time.GetUtcNow();
        var replays = regions[aws.Region].Replays.Items
            .Where(replay => !replay.IsForgotten(now))
            .Where(replay => request.EventSourceArn is null || replay.Request.EventSourceArn == request.EventSourceArn)
            .Where(replay => request.State is null || replay.State(now) == request.State);
        var page = Page<Replay>.Of(replays, request);
        return new ReplayPage(page.Items.Select(replay => ReplayDescription.Of(replay, now)), page.NextToken);
    }

    /// <summary>Cancels a replay that is on its way. What has been replayed until then stays replayed.</summary>
    public ReplayResponse Cancel(ReplayRequest request, AwsRequest aws)
    {
        Check(request);
        var now = time.GetUtcNow();
        var changed = regions.Change(aws.Region, region =>
        {
            var replay = Known(region, request.ReplayName!, now);
            return replay.State(now) is ReplayState.Starting or ReplayState.Running
                ? region.With(replay with { CancelledAt = now })
                : throw EventBridgeErrors.IllegalStatus(replay.Name);
        });
        var cancelled = changed.Replays.Find(request.ReplayName!)!;
        return new ReplayResponse(cancelled.Arn, cancelled.State(now));
    }

    private (BusAddress Bus, Archive Archive) Find(StartReplayRequest request, string region)
    {
        var destination = request.Destination!.Arn!;
        if (EventBridgeArn.TryParse(destination) is not { Kind: EventBridgeArn.Bus })
        {
            throw EventBridgeErrors.InvalidParameter("Destination.Arn", "Must contain an event bus ARN.");
        }

        if (request.EventStartTime >= request.EventEndTime)
        {
            throw EventBridgeErrors.InvalidParameter("EventEndTime", "EventStartTime must be before EventEndTime.");
        }

        regions.Bus(BusAddress.Of(destination, region));
        var name = request.EventSourceArn!.Split('/')[^1];
        var archive = EventBridgeArn.TryParse(request.EventSourceArn) is { Kind: EventBridgeArn.ArchiveKind }
            ? regions[region].Archives.Find(name)
            : null;
        return archive switch
        {
            null => throw EventBridgeErrors.InvalidParameter("EventSourceArn", $"Archive {name} does not exist."),
            _ when archive.SourceArn != destination =>
                throw EventBridgeErrors.InvalidParameter("Destination.Arn", "Cross event bus replay is not permitted."),
            _ => (new BusAddress(region, archive.BusName), archive),
        };
    }

    private static Replay Known(Region region, string name, DateTimeOffset now) =>
        region.Replays.Find(name) is { } replay && !replay.IsForgotten(now) ? replay : throw EventBridgeErrors.NoReplay(name);

    private static void Check(ReplayRequest request) =>
        new Constraints().Name("replayName", request.ReplayName, MaxNameLength).Check();

    private static void Check(StartReplayRequest request)
    {
        var constraints = new Constraints()
            .Name("replayName", request.ReplayName, MaxNameLength)
            .Line("description", request.Description, 512)
            .SourceArn("eventSourceArn", request.EventSourceArn)
            .Require("eventStartTime", request.EventStartTime)
            .Require("eventEndTime", request.EventEndTime)
            .Require("destination", request.Destination);
        if (request.Destination is { } destination)
        {
            constraints
                .Require("destination.arn", destination.Arn)
                .Length("destination.arn", destination.Arn, 1, 1600)
                .Each("destination.filterArns", destination.FilterArns, (each, member, arn) => each.Length(member, arn, 1, 1600));
        }

        constraints.Check();
    }
}
