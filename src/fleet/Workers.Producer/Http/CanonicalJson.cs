using System.Buffers;
using System.Text.Json;

namespace Workers.Producer.Http;

/// <summary>Writes what a JSON value says in one way: members by name, no spaces, one spelling for a character and for a number.</summary>
internal static class CanonicalJson
{
    // To divide by a one with all the decimals that there are takes the zeros off the end.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <exception cref="InvalidOperationException">A string holds half of a character.</exception>
    public static ReadOnlySpan<byte> Of(JsonElement value)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written))
        {
            Write(json, value);
        }

        return written.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                {
                    Write(json, element);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.Number when value.TryGetDecimal(out var number):
                json.WriteNumberValue(number / One);
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }
}
