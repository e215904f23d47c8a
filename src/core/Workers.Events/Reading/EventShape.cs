using System.Text.Json.Serialization.Metadata;

namespace Workers.Events.Reading;

/// <summary>The newest shape of an event: what handlers see and what is composed.</summary>
internal sealed record EventShape(EventName Name, EventVersion Version, JsonTypeInfo Json)
{
    /// <summary>The ranges that its fields keep to.</summary>
    public FieldRanges Ranges { get; } = FieldRanges.Of(Json);
}
