using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LocalAws.EventBridge.Archives;
using LocalAws.EventBridge.Events;
using LocalAws.EventBridge.Lists;

namespace LocalAws.EventBridge.Replays;

/// <summary>Chooses and prepares the events of a replay.</summary>
internal static class ReplayedEvents
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The archived events whose time is in the window, minute after minute; within a minute as they were archived. Times in
    /// events have whole seconds, so the window starts with a whole second; its end does not belong to it.
    /// </summary>
    public static IReadOnlyList<(DateTimeOffset Time, ArchivedEvent Event)> Choose(
        IEnumerable<ArchivedEvent> archived, DateTimeOffset start, DateTimeOffset end)
    {
        var first = start.AddTicks(-(start.Ticks % TimeSpan.TicksPerSecond));
        return
        [
            .. archived
                .Select(@event => (Time: TimeOf(@event), Event: @event))
                .Where(item => item.Time >= first && item.Time < end)
                .OrderBy(item => item.Time.Ticks / TimeSpan.TicksPerMinute),
        ];
    }

    /// <summary>The last events of a replay, chosen again as they were when it began.</summary>
    public static IReadOnlyList<(DateTimeOffset Time, ArchivedEvent Event)> Last(
        StartReplayRequest request, DateTimeOffset startedAt, int count, Catalog<Archive> archives)
    {
        var archived = archives.Find(request.EventSourceArn!.Split('/')[^1])?.Events.Read() ?? [];
        var known = archived.Where(@event => @event.At <= startedAt);
        return [.. Choose(known, request.EventStartTime!.Value, request.EventEndTime!.Value).TakeLast(count)];
    }

    /// <summary>The event as it was, id and time included, with the replay's name in it.</summary>
    public static BusEvent Make(ArchivedEvent archived, string replay, DateTimeOffset now)
    {
        var root = JsonElement.Parse(archived.Utf8);
        var buffer = new ArrayBufferWriter<byte>(archived.Utf8.Length + 128);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        foreach (var member in root.EnumerateObject())
        {
            if (member.NameEquals("resources"))
            {
                writer.WriteString(BusEvent.ReplayName, replay);
            }

            writer.WritePropertyName(member.Name);
            writer.WriteRawValue(member.Value.GetRawText());
        }

        writer.WriteEndObject();
        writer.Flush();
        return new BusEvent(root.GetProperty("id").GetString()!, buffer.WrittenSpan.ToArray(), now);
    }

    private static DateTimeOffset TimeOf(ArchivedEvent archived)
    {
        var time = JsonElement.Parse(archived.Utf8).GetProperty("time").GetString()!;
        return DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }
}
