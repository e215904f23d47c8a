using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>A message to a person has left.</summary>
/// <param name="NotificationId">Which: template, channel and the event it tells of.</param>
/// <param name="Channel">The channel it left by.</param>
/// <param name="Recipient">Its address on that channel.</param>
/// <param name="Template">What it says.</param>
/// <param name="OrderId">The order it tells of, where it does.</param>
/// <param name="ProductId">The product it tells of, where it does.</param>
public sealed record NotificationSent(
    [property: Text] string NotificationId,
    [property: Id] string Channel,
    [property: Text] string Recipient,
    [property: Id] string Template,
    [property: Id] string? OrderId = null,
    [property: Id] string? ProductId = null) : IEventDetail;
