namespace Workers.Events.Reading;

/// <summary>An envelope whose detail is not yet read.</summary>
/// <param name="id">EventBridge's id, else SQS's.</param>
/// <param name="name">Source and detail-type, as they arrived.</param>
/// <param name="time">The envelope's time, where it has one.</param>
/// <param name="detail">The detail as UTF-8: whatever JSON value it is; empty where there is none.</param>
/// <param name="metadata">The detail's metadata, where it was seen already; empty where it must be looked for.</param>
internal readonly ref struct RawEvent(
    string id, EventName name, DateTimeOffset? time, ReadOnlySpan<byte> detail, ReadOnlySpan<byte> metadata)
{
    public string Id { get; } = id;

    public EventName Name { get; } = name;

    public DateTimeOffset? Time { get; } = time;

    public ReadOnlySpan<byte> Detail { get; } = detail;

    public ReadOnlySpan<byte> Metadata { get; } = metadata;
}
