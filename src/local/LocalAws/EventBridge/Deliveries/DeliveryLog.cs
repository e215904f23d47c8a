using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using LocalAws.EventBridge.Events;

namespace LocalAws.EventBridge.Deliveries;

/// <summary>
/// What would have been delivered to targets that are not here: the last thousand deliveries, and of long ones the last 16 MB.
/// </summary>
internal sealed class DeliveryLog(TimeProvider time)
{
    public const int MaxDeliveries = 1000;

    private const int MaxCharacters = 16 * 1024 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();
    private readonly Queue<Entry> _entries = new();
    private int _characters;

    /// <param name="delivery">The delivery.</param>
    /// <param name="input">What the target would have got.</param>
    public void Add(Delivery delivery, string input)
    {
        lock (_lock)
        {
            _entries.Enqueue(new Entry(time.GetUtcNow(), delivery, input));
            _characters += input.Length;
            while (_entries.Count > MaxDeliveries || _characters > MaxCharacters)
            {
                _characters -= _entries.Dequeue().Input.Length;
            }
        }
    }

    /// <summary>The deliveries as JSON, oldest first.</summary>
    /// <param name="rule">Only those of the rule of that ARN or name.</param>
    /// <param name="target">Only those for the target of that ARN.</param>
    public IReadOnlyList<byte[]> Read(string? rule, string? target)
    {
        lock (_lock)
        {
            return
            [
                .. _entries
                    .Where(entry => rule is null || rule == entry.Delivery.Rule.Arn || rule == entry.Delivery.Rule.Name)
                    .Where(entry => target is null || target == entry.Delivery.Target.Arn)
                    .Select(Write),
            ];
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
            _characters = 0;
        }
    }

    private static byte[] Write(Entry entry)
    {
        var (at, delivery, input) = entry;
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WriteString("time", BusEvent.Format(at));
        writer.WriteString("rule", delivery.Rule.Arn);
        writer.WriteString("targetId", delivery.Target.Name);
        writer.WriteString("target", delivery.Target.Arn);
        writer.WriteString("eventId", delivery.Event.Id);
        writer.WriteString("input", input);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>One delivery that did not happen.</summary>
    private readonly record struct Entry(DateTimeOffset At, Delivery Delivery, string Input);
}
