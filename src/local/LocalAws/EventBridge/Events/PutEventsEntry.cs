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

    public string? TraceHeader { get; init; }

    /// <summary>What counts towards the limit of a request, in bytes.</summary>
    public int Size() =>
        (Time is null ? 0 : SizeOfTime) + Utf8(Source) + Utf8(DetailType) + Utf8(Detail) + (Resources?.Sum(Utf8) ?? 0);

    /// <summary>Adds the limits of the model.</summary>
    public void Constrain(Constraints constraints, string member) => constraints
        .Each($"{member}.resources", Resources, (each, name, resource) => each.Length(name, resource, 0, 2048))
        .Bus($"{member}.eventBusName", EventBusName, mayBePartners: false)
        .Length($"{member}.traceHeader", TraceHeader, 1, 500);

    /// <summary>As AWS quotes an entry in the refusal of a list.</summary>
    public override string ToString() =>
        $"PutEventsRequestEntry(time={Text(Time?.ToUnixTimeSeconds())}, source={Text(Source)}, resources={Quote(Resources)}, "
        + $"detailType={Text(DetailType)}, detail={Text(Detail)}, eventBusName={Text(EventBusName)}, "
        + $"traceHeader={Text(TraceHeader)}, kmsKeyIdentifier=null, internalMetadata=null)";

    private static object Text(object? value) => value ?? "null";

    private static string Quote(IReadOnlyList<string>? list) => list is null ? "null" : $"[{string.Join(", ", list)}]";

    private static int Utf8(string? text) => Encoding.UTF8.GetByteCount(text ?? "");
}
