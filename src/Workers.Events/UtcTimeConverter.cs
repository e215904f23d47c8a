using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workers.Events;

/// <summary>
/// Times on the wire: ISO 8601, written in UTC with a <c>Z</c>. A time without an offset is read as UTC, whatever this machine's zone.
/// </summary>
public sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var time = reader.GetDateTime();
        return time.Kind is DateTimeKind.Unspecified
            ? new(time, TimeSpan.Zero)
            : new(time.ToUniversalTime());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);
}
