using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LocalAws.EventBridge.Events;

/// <summary>An event that a bus has accepted: EventBridge's envelope.</summary>
internal sealed class BusEvent
{
    /// <summary>The member that only replayed events have.</summary>
    public const string ReplayName = "replay-name";

    private readonly Lazy<string> _text;

    /// <param name="id">The id that EventBridge gave it.</param>
    /// <param name="utf8">The envelope as JSON.</param>
    /// <param name="ingestedAt">When it was accepted.</param>
    public BusEvent(string id, byte[] utf8, DateTimeOffset ingestedAt)
    {
        Id = id;
        Utf8 = utf8;
        Root = JsonElement.Parse(utf8);
        IngestedAt = ingestedAt;
        _text = new Lazy<string>(() => Encoding.UTF8.GetString(utf8));
    }

    public string Id { get; }

    public byte[] Utf8 { get; }

    public JsonElement Root { get; }

    public DateTimeOffset IngestedAt { get; }

    /// <summary>The X-Ray trace that it belongs to, for targets that pass it on.</summary>
    public string? TraceHeader { get; init; }

    public bool IsReplayed => Root.TryGetProperty(ReplayName, out _);

    /// <summary>The envelope as JSON text; made once, and only for those who need it.</summary>
    public string Text => _text.Value;

    /// <summary>The same under an id that another region gives it.</summary>
    public BusEvent WithNewId()
    {
        var (id, utf8) = (Guid.NewGuid().ToString(), Utf8.ToArray());
        Encoding.UTF8.GetBytes(id).CopyTo(utf8, utf8.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Id)));
        return new BusEvent(id, utf8, IngestedAt) { TraceHeader = TraceHeader };
    }

    /// <summary>A time as envelopes have it: <c>2026-01-15T10:00:00Z</c>.</summary>
    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
