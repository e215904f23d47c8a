using Workers.Events;

namespace Workers.Orders.Aggregate;

/// <summary>What somebody told about an order.</summary>
/// <param name="Detail">What happened.</param>
/// <param name="OccurredAt">When.</param>
/// <param name="IsForeign">Whether another company's program told it.</param>
internal sealed record Fact(IEventDetail Detail, DateTimeOffset OccurredAt, bool IsForeign = false);
