using System.Text.Json;

namespace Workers.Events.Reading;

/// <summary>Goes once through a JSON object and checks all of it on the way.</summary>
internal static class JsonPass
{
    /// <summary>Takes what it wants of an object.</summary>
    /// <param name="reader">Stands on the object's first brace, and is left on its last.</param>
    public delegate T Take<out T>(ref Utf8JsonReader reader);

    /// <exception cref="PoisonEventException">It is no JSON, or no object.</exception>
    public static T Through<T>(ReadOnlySpan<byte> json, Take<T> take)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            if (reader.TokenType is not JsonTokenType.StartObject)
            {
                throw PoisonEventException.At("", "must be an object");
            }

            var taken = take(ref reader);
            reader.Read();   // throws where something follows the object
            return taken;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Without the parser's text, which may quote the payload. InvalidOperationException: half of a surrogate pair.
            throw PoisonEventException.At("", "is not valid JSON, or nested too deeply");
        }
    }
}
