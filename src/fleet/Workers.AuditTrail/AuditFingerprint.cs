using System.Text.Json;
using Workers.Events;

namespace Workers.AuditTrail;

/// <summary>What an event says, in 64 digits: two events of one id are the same fact where it is the same.</summary>
public static class AuditFingerprint
{
    private const string Metadata = "\"metadata\"";

    /// <summary>SHA-256 of source, detail-type and detail. The detail's metadata does not count: it may tell of another delivery.</summary>
    /// <param name="name">Source and detail-type.</param>
    /// <param name="json">The detail as it stood.</param>
    public static string Of(EventName name, string json) => HashedFields.Of([name.Source, name.DetailType, .. Said(json)]);

    // Members as they are spelt: reading their names fails where one holds half of a surrogate pair.
    private static List<string> Said(string json)
    {
        using var document = AuditDetail.Parse(json);
        return document is { RootElement.ValueKind: JsonValueKind.Object }
            ? [.. document.RootElement.EnumerateObject()
                .Select(member => member.ToString())
                .Where(member => !member.StartsWith(Metadata, StringComparison.Ordinal))]
            : [json];
    }
}
