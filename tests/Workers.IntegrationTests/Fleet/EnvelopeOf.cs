namespace Workers.IntegrationTests.Fleet;

/// <summary>Makes bodies as EventBridge puts them on a queue.</summary>
internal static class EnvelopeOf
{
    /// <param name="source">The event's source.</param>
    /// <param name="detailType">Its detail-type.</param>
    /// <param name="detail">Its detail as JSON, which need not be valid.</param>
    public static string Event(string source, string detailType, string detail) =>
        $$"""
        {"id":"{{Guid.NewGuid()}}","source":"{{source}}","detail-type":"{{detailType}}","time":"2026-01-15T10:00:00Z",
         "detail":{{detail}}}
        """;
}
