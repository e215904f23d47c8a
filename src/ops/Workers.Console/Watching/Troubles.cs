using Workers.Console.DeadLetters;
using Workers.Console.Declared;
using Workers.Console.Web;
using Workers.Contracts;
using Workers.Operations.Fleet;

namespace Workers.Console.Watching;

/// <summary>Finds what is wrong, in the order in which somebody on call should look at it.</summary>
internal static class Troubles
{
    private const double Grows = 0.2;
    private const int OrdersShown = 5;

    public static IReadOnlyList<Trouble> Of(
        FleetState state, DeclaredFleet declared, IReadOnlyList<LetterSurvey> looks, SeenDrift drift) =>
    [
        .. declared.Handlers.Select(handler => Failing(handler, state, declared, looks))
            .Concat(declared.Queues.SelectMany(queue => OfQueue(queue, state.Queues[queue.Name])))
            .Concat(looks.SelectMany(look =>
                look.Groups.Where(group => group.OrderCount > 0).Select(group => Hurting(look, group, declared))))
            .Append(OtherLetters(state, declared, looks))
            .Concat(Undeclared(state, declared))
            .Concat(drift.Found.GroupBy(found => (found.Drift.Kind, found.Drift.Name)).Select(rule => Drifted(rule, declared)))
            .OfType<Trouble>()
            .OrderBy(trouble => trouble.Rank),
    ];

    private static Trouble? Failing(DeclaredHandler handler, FleetState state, DeclaredFleet declared, IReadOnlyList<LetterSurvey> looks)
    {
        if (state.Handlers.GetValueOrDefault(handler.Name) is not { FailingSince: { } since } trend)
        {
            return null;
        }

        // What it throws is told by its dead letters alone: payloads and messages are in no row of the fleet.
        var dlq = Topology.ConsumptionOf(handler.Queue).Queue.Redrive!.DeadLetterQueue;
        var thrown = looks.Where(look => look.Queue == dlq).SelectMany(look => look.Groups)
            .FirstOrDefault(group => group.ExceptionType is not null && declared.HandlersOf(dlq, group).Contains(handler));
        return new(
            TroubleRank.Broken,
            $"{handler.Name} fails{(thrown is null ? "" : $" with {thrown.ExceptionType}")}: {Figures.Rate(trend.FailedPerSecond)} of "
            + $"{Figures.Rate(trend.FailedPerSecond + trend.HandledPerSecond)} calls a second, "
            + $"{Figures.Count(trend.Figures.Failed)} so far; a message that fails is tried again.",
            since)
        {
            Worker = handler.Worker,
            Letters = state.Queues[handler.Queue].DeadLetters is { Total: > 0 } ? dlq : null,
        };
    }

    private static IEnumerable<Trouble> OfQueue(QueueDeclaration queue, QueueTrend trend)
    {
        var waits = $"{Figures.Count(trend.Waiting)} messages wait";
        if (trend.Counts is null)
        {
            yield return new(TroubleRank.Broken, $"{queue.Name} does not exist.", Since: null) { Worker = queue.Worker };
        }

        if (trend.Instances.Count == 0)
        {
            var rank = trend.Waiting > 0 ? TroubleRank.Broken : TroubleRank.Odd;
            yield return new(rank, $"No instance of {queue.Worker} has told of {queue.Name} for two minutes; {waits}.", trend.WaitingSince)
            {
                Worker = queue.Worker,
            };
        }

        if (trend.Asked is { IsPaused: true } or { MaxInFlight: not null })
        {
            var how = trend.Asked.IsPaused ? "paused" : $"limited to {trend.Asked.MaxInFlight} in flight for each instance";
            var rank = trend.Waiting > 0 && trend.Asked.IsPaused ? TroubleRank.Grows : TroubleRank.Odd;
            var since = trend.Asked.At is { } at ? new Since(at, IsAtLeast: false) : null;
            yield return new(rank, $"{queue.Name} is {how} by {trend.Asked.By}: {trend.Asked.Reason ?? "no reason given"}. {waits}.", since)
            {
                Worker = queue.Worker,
            };
        }

        if (trend is { Waiting: > 0, Instances.Count: > 0, GrowsBy: > Grows })
        {
            var forecast = trend.Forecast;
            var needed = forecast is { IsMeasured: true } && forecast.InstancesToKeepUp > trend.Instances.Count
                ? $" {forecast.InstancesToKeepUp} instances would keep up, {trend.Instances.Count} run."
                : "";
            var what = $"{queue.Name} grows by {Figures.Rate(trend.GrowsBy)} a second: {waits}.{needed}";
            yield return new(TroubleRank.Grows, what, trend.WaitingSince) { Worker = queue.Worker };
        }
    }

    private static Trouble Hurting(LetterSurvey look, LetterCause group, DeclaredFleet declared)
    {
        var handlers = declared.HandlersOf(look.Queue, group);
        var who = handlers.Count > 0 ? string.Join(", ", handlers.Select(handler => handler.Name)) : look.Queue;
        return new(
            TroubleRank.HurtsOrders,
            $"{Figures.Count(group.OrderCount)} {(group.OrderCount == 1 ? "order is" : "orders are")} hurt: {who} could not handle "
            + $"{group.Event} ({group.ExceptionType?.Split('.')[^1] ?? "rejected"})"
            + $"{(look.IsWhole ? "" : $", of {Figures.Count(look.Looked)} letters looked at")}.",
            new(group.FirstSeen, IsAtLeast: !look.IsWhole))
        {
            Worker = handlers.Count > 0 ? handlers[0].Worker : null,
            Letters = $"{look.Queue}/{group.Id}",
            Orders = [.. group.Orders.Take(OrdersShown)],
            OrderCount = group.OrderCount,
        };
    }

    private static Trouble? OtherLetters(FleetState state, DeclaredFleet declared, IReadOnlyList<LetterSurvey> looks)
    {
        var hurting = looks.Where(look => look.Groups.Any(group => group.OrderCount > 0)).Select(look => look.Queue).ToHashSet();
        var others = declared.Queues
            .Select(queue => (Queue: queue.DeadLetterQueue, state.Queues[queue.Name].DeadLetters, state.Queues[queue.Name].DeadSince))
            .Append((Queue: Topology.UndeliveredDlq, DeadLetters: state.Undelivered, DeadSince: null))
            .Where(queue => queue.DeadLetters is { Total: > 0 } && !hurting.Contains(queue.Queue))
            .ToList();
        if (others.Count == 0)
        {
            return null;
        }

        var where = others.Count == 1 ? others[0].Queue : $"{others.Count} queues";
        var count = Figures.Count(others.Sum(queue => queue.DeadLetters!.Total));
        var areRead = others.TrueForAll(queue => looks.Any(look => look.Queue == queue.Queue));
        return new(
            TroubleRank.Letters,
            $"{count} dead letters in {where}{(areRead ? " that name no order" : "; which orders they are about is being looked into")}.",
            others.Select(queue => queue.DeadSince).OfType<Since>().MinBy(since => since.At))
        {
            Letters = others.Count == 1 ? others[0].Queue : "",
        };
    }

    private static Trouble Drifted(IGrouping<(DriftKind Kind, string Name), FoundDrift> same, DeclaredFleet declared)
    {
        var what = string.Join("; ", same.Select(found => found.Drift.What).Distinct());
        return new(
            same.Key.Kind is DriftKind.Disabled or DriftKind.Missing ? TroubleRank.Broken : TroubleRank.Undeclared,
            same.Key.Kind switch
            {
                DriftKind.UndeclaredRule => $"Nothing declares the rule {same.Key.Name}: {what}.",
                DriftKind.UndeclaredEvent => $"Nothing declares the event {same.Key.Name}: {what}.",
                _ => $"The rule {same.Key.Name} is not as it is declared: {what}.",
            },
            same.First().Since)
        {
            Worker = same.Select(found => found.Drift.Queue).OfType<string>().Select(queue => declared.Queue(queue)?.Worker)
                .FirstOrDefault(worker => worker is not null),
        };
    }

    // What runs and is declared nowhere: an instance of another version, or of somebody else under the same prefix.
    private static IEnumerable<Trouble> Undeclared(FleetState state, DeclaredFleet declared)
    {
        foreach (var instance in state.Now.Instances)
        {
            var unknown = instance.Queues.Where(queue => declared.Queue(queue.Queue) is null).Select(queue => queue.Queue)
                .Concat(instance.Queues.SelectMany(queue => queue.Handlers).Select(handler => handler.Handler)
                    .Where(name => !declared.Handlers.Any(handler => handler.Name == name)))
                .ToList();
            if (unknown.Count > 0)
            {
                yield return new(
                    TroubleRank.Broken,
                    $"{instance.Instance} (build {Figures.Build(instance.Build)}) does what this build does not declare: "
                    + $"{string.Join(", ", unknown)}.",
                    Since: null);
            }
        }
    }
}
