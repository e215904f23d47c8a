using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Workers.Events.Reading;

/// <summary>Reads JSON of a known shape.</summary>
internal static class JsonShape
{
    /// <exception cref="PoisonEventException">It does not fit; told field by field, without the values.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo shape)
        where T : class
    {
        try
        {
            if (JsonSerializer.Deserialize(json, shape) is T value)
            {
                return value;
            }
        }
        catch (JsonException)
        {
            // Its text may quote the payload; the search below does not.
        }

        throw PoisonEventException.Of(JsonShapeProblems.Of(json, shape));
    }
}
