using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Workers.Contracts;

namespace Workers.Operations.Replaying;

/// <summary>Replays a window of the archive onto the bus, for some rules or all. Handlers that had an event drop its repeat by its marker.</summary>
internal sealed class ArchiveReplay(FleetAccess fleet, ReplayWindow window, IReadOnlyList<string> rules)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly string _name = fleet.Naming.NameOf($"replay-{fleet.Time.GetUtcNow():yyyyMMdd-HHmmss}");
    private readonly IReadOnlyList<string> _rules = [.. rules.Select(fleet.Naming.NameOf)];

    private IAmazonEventBridge EventBridge => fleet.Aws.EventBridge;

    /// <summary>What would be replayed.</summary>
    public async Task<ReplayAnswer> PlanAsync(CancellationToken cancellationToken) => Plan(await ArchiveAsync(cancellationToken));

    private ReplayAnswer Plan(DescribeArchiveResponse archive) => new(_name, "PLANNED", window.From, window.To, _rules, archive.EventCount);

    /// <summary>Starts a replay and follows it to its end. Cancelling it cancels the replay; events replayed until then stay replayed.</summary>
    public async Task<ReplayAnswer> RunAsync(Action<double> onProgress, CancellationToken cancellationToken)
    {
        var archive = await ArchiveAsync(cancellationToken);
        await StartAsync(archive, cancellationToken);
        try
        {
            while (true)
            {
                var replay = await EventBridge.DescribeReplayAsync(new() { ReplayName = _name }, CancellationToken.None);
                onProgress(Seconds(replay));
                if (replay.State != ReplayState.STARTING && replay.State != ReplayState.RUNNING)
                {
                    return Answer(archive, replay);
                }

                await Task.Delay(LookEvery, fleet.Time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await EventBridge.CancelReplayAsync(new() { ReplayName = _name }, CancellationToken.None);
            return Answer(archive, await EventBridge.DescribeReplayAsync(new() { ReplayName = _name }, CancellationToken.None));
        }
    }

    private Task<DescribeArchiveResponse> ArchiveAsync(CancellationToken cancellationToken) =>
        EventBridge.DescribeArchiveAsync(new() { ArchiveName = fleet.Naming.NameOf(Topology.ArchiveName) }, cancellationToken);

    private async Task StartAsync(DescribeArchiveResponse archive, CancellationToken cancellationToken)
    {
        var bus = await EventBridge.DescribeEventBusAsync(new() { Name = fleet.Naming.NameOf(Topology.Bus) }, cancellationToken);
        var filters = new List<string>();
        foreach (var rule in _rules)
        {
            filters.Add((await EventBridge.DescribeRuleAsync(new() { Name = rule, EventBusName = bus.Name }, cancellationToken)).Arn);
        }

        await EventBridge.StartReplayAsync(
            new()
            {
                ReplayName = _name,
                EventSourceArn = archive.ArchiveArn,
                EventStartTime = window.From.UtcDateTime,
                EventEndTime = window.To.UtcDateTime,
                Destination = new() { Arn = bus.Arn, FilterArns = filters.Count > 0 ? filters : null },
            },
            cancellationToken);
    }

    private double Seconds(DescribeReplayResponse replay) =>
        replay.EventLastReplayedTime is { } last ? (last.ToUniversalTime() - window.From.UtcDateTime).TotalSeconds : 0;

    private ReplayAnswer Answer(DescribeArchiveResponse archive, DescribeReplayResponse replay) => Plan(archive) with
    {
        State = replay.State.Value,
        LastReplayed = replay.EventLastReplayedTime is { } last ? new DateTimeOffset(last.ToUniversalTime()) : null,
        Reason = replay.StateReason,
    };
}
