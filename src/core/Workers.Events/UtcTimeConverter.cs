using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workers.Events;

/// <summary>
/// Times on the wire: ISO 8601, written in UTC with a <c>Z</c>. A time without an offset is read as UTC, whatever this machine's zone.
/// </summary>
public sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    internal const string Expected = "a time in ISO 8601, such as 2026-01-15T10:00:00Z";

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryRead(ref reader, out var time) ? time : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);

    internal static bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset utc)
    {
        utc = default;
        try
        {
            if (reader.TokenType is not JsonTokenType.String || !reader.TryGetDateTime(out var time))
            {
                return false;
            }

            utc = time.Kind is DateTimeKind.Unspecified ? new(time, TimeSpan.Zero) : new(time.ToUniversalTime());
            return true;
        }
        catch (InvalidOperationException)
        {
            return false; // half of a surrogate pair, escaped
        }
    }
}
