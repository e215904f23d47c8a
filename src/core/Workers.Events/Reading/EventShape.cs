using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Workers.Events.Reading;

/// <summary>The newest shape of an event: what handlers see and what is composed.</summary>
internal sealed record EventShape(EventName Name, EventVersion Version, JsonTypeInfo Json)
{
    /// <summary>Whether it answers the task whose token it carries.</summary>
    public bool AnswersTask { get; init; }

    /// <summary>What others say under this event's name: each rewrites a detail that it knows, and answers null for any other.</summary>
    public IReadOnlyList<Func<JsonObject, JsonObject?>> Dialects { get; init; } = [];

    /// <summary>The ranges that its fields keep to.</summary>
    public FieldRanges Ranges { get; } = FieldRanges.Of(Json);

    /// <summary>The detail in our own words, where it is in a dialect; null where it is in none.</summary>
    public byte[]? Translate(ReadOnlySpan<byte> detail) =>
        Dialects is [] || !JsonTree.IsObject(detail) ? null
        : JsonTree.Rewrite(detail, tree => Dialects.Select(dialect => dialect(tree)).FirstOrDefault(found => found is not null));
}
