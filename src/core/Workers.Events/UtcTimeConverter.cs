using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workers.Events;

/// <summary>Times on the wire: written in UTC with a <c>Z</c>, read by <see cref="TimeGrammar"/>.</summary>
public sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeGrammar.TryRead(ref reader, out var time) ? time : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);
}
