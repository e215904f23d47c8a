using System.Text.Json.Serialization;
using Workers.Events;

namespace Workers.Tests.Effects.Fakes;

/// <summary>The event that the specs' handlers emit.</summary>
internal sealed record SoldOut(string ProductId) : IEventDetail
{
    [JsonIgnore]
    public DateTimeOffset? OccurredAt => null;

    public IEnumerable<Violation> Violations() => [];
}
