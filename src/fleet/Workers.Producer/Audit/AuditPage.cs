using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workers.Producer.Audit;

/// <summary>A part of what is on record about an entity.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Events">The events, oldest first.</param>
/// <param name="Next">Give it as next to read on; absent on the last page.</param>
internal sealed record AuditPage(
    string Entity,
    IReadOnlyList<AuditPage.Entry> Events,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next)
{
    /// <summary>One event.</summary>
    /// <param name="EventId">The event's id.</param>
    /// <param name="Source">The event's source.</param>
    /// <param name="DetailType">The event's detail-type.</param>
    /// <param name="OccurredAt">When it happened.</param>
    /// <param name="RecordedAt">When the message that brought it was first received.</param>
    /// <param name="CorrelationId">The chain of events that it belongs to.</param>
    /// <param name="CausationId">The id of the event that caused it, where one did.</param>
    /// <param name="LeftOut">How many entities it names beside those that can be asked for it; absent where none.</param>
    /// <param name="Detail">
    /// What it says, as it stood on the bus; a text where that was no JSON, null where somebody damaged it since.
    /// </param>
    internal sealed record Entry(
        string EventId,
        string Source,
        [property: JsonPropertyName("detail-type")] string DetailType,
        string OccurredAt,
        string RecordedAt,
        string CorrelationId,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CausationId,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? LeftOut,
        [property: JsonConverter(typeof(AsItStands))] JsonElement Detail);

    /// <summary>Writes JSON as it is: a foreign detail may hold texts that no reader of ours would take.</summary>
    internal sealed class AsItStands : JsonConverter<JsonElement>
    {
        public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonElement.ParseValue(ref reader);

        public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.GetRawText());
    }
}
