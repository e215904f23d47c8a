using System.Globalization;

namespace Workers.IntegrationTests.Fleet;

/// <summary>Makes bodies as EventBridge puts them on a queue, of now.</summary>
internal static class EnvelopeOf
{
    private static string Now => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <param name="source">The event's source.</param>
    /// <param name="detailType">Its detail-type.</param>
    /// <param name="detail">Its detail as JSON, which need not be valid.</param>
    public static string Event(string source, string detailType, string detail) =>
        $$"""
        {"id":"{{Guid.NewGuid()}}","source":"{{source}}","detail-type":"{{detailType}}","time":"{{Now}}","detail":{{detail}}}
        """;
}
