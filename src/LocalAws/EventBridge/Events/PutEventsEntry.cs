using System.Text;

namespace LocalAws.EventBridge.Events;

/// <summary>An event as a caller puts it.</summary>
internal sealed record PutEventsEntry
{
    private const int SizeOfTime = 14;

    public DateTimeOffset? Time { get; init; }

    public string? Source { get; init; }

    public IReadOnlyList<string>? Resources { get; init; }

    public string? DetailType { get; init; }

    public string? Detail { get; init; }

    public string? EventBusName { get; init; }

    /// <summary>What counts towards the limit of a request, in bytes.</summary>
    public int Size() =>
        (Time is null ? 0 : SizeOfTime) + Utf8(Source) + Utf8(DetailType) + Utf8(Detail) + (Resources?.Sum(Utf8) ?? 0);

    private static int Utf8(string? text) => Encoding.UTF8.GetByteCount(text ?? "");
}
