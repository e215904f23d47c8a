using System.Text.Json;

namespace LocalAws.Http;

/// <summary>The body of an AWS JSON error: <c>{"__type":"namespace#Name","message":"…"}</c>.</summary>
internal static class ErrorBody
{
    /// <param name="writer">Where it is written.</param>
    /// <param name="exception">The error.</param>
    /// <param name="otherwise">The namespace of an error that has none of its own.</param>
    public static void Write(Utf8JsonWriter writer, AwsException exception, string? otherwise = null)
    {
        writer.WriteStartObject();
        writer.WriteString("__type", (exception.TypeNamespace ?? otherwise) is { } name ? $"{name}#{exception.Code}" : exception.Code);
        writer.WriteString("message", exception.Message);
        exception.WriteMembers?.Invoke(writer);
        writer.WriteEndObject();
    }
}
