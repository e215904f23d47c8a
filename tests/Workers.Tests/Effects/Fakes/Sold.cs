using System.Text.Json.Serialization;
using Workers.Events;

namespace Workers.Tests.Effects.Fakes;

/// <summary>The event that the specs handle.</summary>
internal sealed record Sold(string ProductId, int Quantity) : IEventDetail
{
    [JsonIgnore]
    public DateTimeOffset? OccurredAt => null;

    public IEnumerable<Violation> Violations() => [];
}
