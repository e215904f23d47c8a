using System.Text;
using System.Text.Json;
using LocalAws.Http;

namespace LocalAws.Tests.DynamoDb;

/// <summary>Looks into refusals.</summary>
internal static class Errors
{
    /// <summary>What a refusal's body has beside its name and message, as JSON.</summary>
    public static string Members(AwsException refusal)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            refusal.WriteMembers?.Invoke(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
