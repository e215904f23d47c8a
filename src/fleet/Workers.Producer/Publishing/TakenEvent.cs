using Workers.Events.Publishing;

namespace Workers.Producer.Publishing;

/// <summary>An event that EventBridge took.</summary>
/// <param name="Event">What was published.</param>
/// <param name="OrderId">The order it is about, if it is about one.</param>
/// <param name="TicketId">The ticket that it opens, if it opens one.</param>
internal sealed record TakenEvent(OutgoingEvent Event, string? OrderId, string? TicketId = null);
