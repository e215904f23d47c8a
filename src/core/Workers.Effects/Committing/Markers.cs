using Microsoft.Extensions.Options;
using Workers.Effects.Decisions;
using Workers.Effects.Publishing;
using Workers.Events.Publishing;

namespace Workers.Effects.Committing;

/// <summary>The rows that remember effects. A marker is written once, with its effect, and holds the events to publish whole.</summary>
internal sealed class Markers(IOptions<EffectsOptions> options, TimeProvider timeProvider)
{
    /// <summary>The table's TTL attribute.</summary>
    public const string ExpiresAt = "expiresAt";

    /// <summary>The row of a handler's effect of one event, or of one part of it.</summary>
    public ItemKey KeyOf(EffectCause cause, string? part = null)
    {
        var key = $"{cause.HandlerName}#{cause.OncePer}";
        return new(options.Value.MarkerTable, "marker", part is null ? key : $"{key}#{part}");
    }

    /// <summary>The write that lets a message's transaction happen once.</summary>
    public Write Insert(ItemKey key, IReadOnlyList<OutgoingEvent> events) => Write.Insert(key, Item.Empty
        .With(ExpiresAt, ExpiryFromNow())
        .With(StoredEvents.Attribute, events.Count == 0 ? null : StoredEvents.ToAttribute(events)));

    /// <summary>When a row written now may be forgotten, in epoch seconds, as TTL wants it.</summary>
    public long ExpiryFromNow() => (timeProvider.GetUtcNow() + options.Value.MarkerLife).ToUnixTimeSeconds();
}
