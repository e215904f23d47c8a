namespace Workers.Events.Reading;

/// <summary>A detail as a store keeps it: without metadata, in the version that was the newest when it was stored.</summary>
/// <param name="Name">Source and detail-type.</param>
/// <param name="Version">The shape's version, <c>major.minor</c>.</param>
/// <param name="Json">The detail as a JSON object.</param>
public sealed record StoredDetail(EventName Name, string Version, string Json);
