using System.Threading.Channels;
using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Data;
using LocalAws.EventBridge.Deliveries;
using LocalAws.EventBridge.Events;
using LocalAws.EventBridge.Rules;

namespace LocalAws.EventBridge.Schedules;

/// <summary>Sends the events of scheduled rules to their targets when they are due; missed ones are made up for.</summary>
internal sealed class ScheduleRunner : IAsyncDisposable
{
    // Timers take no more than 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, PlannedRule> _plans = [];
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Regions _regions;
    private readonly EventFactory _events;
    private readonly DeliveryPump _pump;
    private readonly TimeProvider _time;
    private readonly ITimer _alarm;
    private readonly Task _running;

    public ScheduleRunner(Regions regions, EventFactory events, DeliveryPump pump, TimeProvider time)
    {
        (_regions, _events, _pump, _time) = (regions, events, pump, time);
        _alarm = time.CreateTimer(_ => _wakes.Writer.TryWrite(true), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _running = Task.Run(RunAsync);
    }

    /// <summary>Plans a rule that was put or enabled, from now on; takes one back that has no schedule.</summary>
    public void Plan(string region, Rule rule)
    {
        lock (_lock)
        {
            _plans.Remove(rule.Arn);
            if (rule.Schedule?.Next(_time.GetUtcNow()) is { } due)
            {
                _plans[rule.Arn] = new PlannedRule(region, rule.Name, rule.Schedule, due);
                SetAlarm();
            }
        }
    }

    /// <summary>What is to be saved.</summary>
    public IReadOnlyList<PlanState> Save()
    {
        lock (_lock)
        {
            return [.. _plans.Values.Select(plan => new PlanState(plan.Region, plan.Rule, plan.Due))];
        }
    }

    /// <summary>Goes on with saved plans. Whatever a rule has missed, it sends one event for it.</summary>
    public void Resume(IReadOnlyList<PlanState> saved)
    {
        lock (_lock)
        {
            foreach (var (region, name, due) in saved)
            {
                if (_regions[region].Buses.Find(EventBus.Default)?.Rules.Find(name) is { Schedule: { } schedule } rule)
                {
                    _plans[rule.Arn] = new PlannedRule(region, name, schedule, LastMissed(schedule, due));
                }
            }

            SetAlarm();
        }

        _wakes.Writer.TryWrite(true);
    }

    public void Clear()
    {
        lock (_lock)
        {
            _plans.Clear();
        }
    }

    /// <summary>Sends nothing more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _alarm.DisposeAsync();
        _wakes.Writer.TryComplete();
        await _running;
    }

    private async Task RunAsync()
    {
        await foreach (var _ in _wakes.Reader.ReadAllAsync())
        {
            while (FindDue() is { } due)
            {
                await SendAsync(due.Plan, due.Rule);
                PlanNext(due.Plan);
            }
        }
    }

    /// <summary>The plan that is due first, and its rule; null when none is due.</summary>
    private (PlannedRule Plan, Rule Rule)? FindDue()
    {
        lock (_lock)
        {
            while (_plans.Values.MinBy(plan => plan.Due) is { } first && first.Due <= _time.GetUtcNow())
            {
                if (Current(first) is { } rule)
                {
                    return (first, rule);
                }

                _plans.Remove(ArnOf(first));
            }

            SetAlarm();
            return null;
        }
    }

    // Only now that its event is under way: between the two, a snapshot has it once more, and not never.
    private void PlanNext(PlannedRule sent)
    {
        lock (_lock)
        {
            var arn = ArnOf(sent);
            if (_plans.GetValueOrDefault(arn) != sent)
            {
                return;
            }

            _plans.Remove(arn);
            if (sent.Schedule.Next(sent.Due) is { } next)
            {
                _plans[arn] = sent with { Due = next };
            }
        }
    }

    private static string ArnOf(PlannedRule plan) => EventBridgeArn.OfRule(plan.Region, EventBus.Default, plan.Rule);

    private DateTimeOffset LastMissed(Schedule schedule, DateTimeOffset due)
    {
        while (schedule.Next(due) is { } next && next <= _time.GetUtcNow())
        {
            due = next;
        }

        return due;
    }

    private async Task SendAsync(PlannedRule plan, Rule rule)
    {
        var entry = new PutEventsEntry
        {
            Source = "aws.events",
            DetailType = "Scheduled Event",
            Detail = "{}",
            Resources = [rule.Arn],
            Time = plan.Due,
        };
        var @event = _events.MakeOfService(entry, plan.Region);
        foreach (var target in rule.Targets.Items)
        {
            await _pump.EnqueueAsync(new Delivery(@event, rule, target, Hops: 0), CancellationToken.None);
        }
    }

    // The rule, where it still has that schedule and is enabled.
    private Rule? Current(PlannedRule plan) =>
        _regions[plan.Region].Buses.Find(EventBus.Default)?.Rules.Find(plan.Rule) is { } rule
        && rule.State != Rule.Disabled
        && rule.Schedule == plan.Schedule
            ? rule
            : null;

    private void SetAlarm()
    {
        if (_plans.Count > 0)
        {
            var wait = _plans.Values.Min(plan => plan.Due) - _time.GetUtcNow();
            var ticks = Math.Clamp(wait.Ticks, 0, LongestWait.Ticks);
            _alarm.Change(TimeSpan.FromTicks(ticks), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>When a scheduled rule is due next.</summary>
    private sealed record PlannedRule(string Region, string Rule, Schedule Schedule, DateTimeOffset Due);
}
