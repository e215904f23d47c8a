using Workers.Console.Declared;
using Workers.Console.Watching;
using Workers.Events;

namespace Workers.Console.Business;

/// <summary>What an event asks of DynamoDB at all handlers that the fleet has for it.</summary>
/// <param name="Event">The event; null for handlers of every event.</param>
/// <param name="Handlers">Each of its handlers that has handled one since its instances started.</param>
public sealed record EventCost(EventName? Event, IReadOnlyList<HandlerCost> Handlers)
{
    public double Requests => Handlers.Sum(handler => handler.Requests);

    public double WriteUnits => Handlers.Sum(handler => handler.WriteUnits);

    /// <summary>Every event that was handled, the dearest first.</summary>
    public static IReadOnlyList<EventCost> Of(FleetState? state, DeclaredFleet declared) =>
    [
        .. declared.Handlers
            .Where(handler => state?.Handlers.GetValueOrDefault(handler.Name) is { Figures.Handled: > 0 })
            .GroupBy(handler => handler.Event, handler => HandlerCost.Of(handler, state!.Handlers[handler.Name]))
            .Select(handlers => new EventCost(handlers.Key, [.. handlers.OrderByDescending(handler => handler.WriteUnits)]))
            .OrderByDescending(cost => cost.WriteUnits),
    ];
}

/// <summary>What one handler asks of DynamoDB for each event that it is done with, on average since its instances started.</summary>
/// <param name="Queue">Its queue.</param>
/// <param name="Handler">Its name.</param>
/// <param name="Handled">How many it is done with.</param>
/// <param name="Requests">Requests for each.</param>
/// <param name="WriteUnits">Write units for each.</param>
public sealed record HandlerCost(string Queue, string Handler, long Handled, double Requests, double WriteUnits)
{
    public static HandlerCost Of(DeclaredHandler handler, HandlerTrend trend) => new(
        handler.Queue,
        handler.Name,
        trend.Figures.Handled,
        trend.Figures.Requests / trend.Figures.Handled,
        trend.Figures.WriteUnits / trend.Figures.Handled);
}
