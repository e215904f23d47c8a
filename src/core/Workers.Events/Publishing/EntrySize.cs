using System.Text;

namespace Workers.Events.Publishing;

/// <summary>How EventBridge counts an entry of PutEvents.</summary>
internal static class EntrySize
{
    /// <summary>The most bytes of one call's entries, hence of one entry: 1 MB.</summary>
    public const int Most = 1_048_576;

    private const int Time = 14;

    public static int Of(OutgoingEvent outgoing) =>
        Time
        + Encoding.UTF8.GetByteCount(outgoing.Name.Source)
        + Encoding.UTF8.GetByteCount(outgoing.Name.DetailType)
        + Encoding.UTF8.GetByteCount(outgoing.Detail);
}
