using System.Text.Json;

namespace LocalAws.Http;

/// <summary>The body of an AWS JSON error: <c>{"__type":"namespace#Name","message":"…"}</c>.</summary>
internal static class ErrorBody
{
    public static void Write(Utf8JsonWriter writer, AwsException exception)
    {
        writer.WriteStartObject();
        writer.WriteString("__type", exception.TypeNamespace is { } name ? $"{name}#{exception.Code}" : exception.Code);
        writer.WriteString("message", exception.Message);
        exception.WriteMembers?.Invoke(writer);
        writer.WriteEndObject();
    }
}
