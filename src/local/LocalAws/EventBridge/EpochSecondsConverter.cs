using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalAws.EventBridge;

/// <summary>Times on the wire: seconds since 1970 as a number, with milliseconds as a fraction. Reads ISO 8601 too.</summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTimeOffset>
{
    // The calendar of DateTimeOffset, from the year 1 to the end of 9999.
    private const decimal First = -62135596800;
    private const decimal End = 253402300800;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var seconds) && seconds is >= First and < End)
        {
            return DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
        }

        return reader.TokenType == JsonTokenType.String && DateTimeOffset.TryParse(
            reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new JsonException("A time is a number of seconds since 1970, or an ISO 8601 string.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1000m);
}
