using System.Text.Json;
using System.Text.Json.Serialization;
using Workers.OrderHistory;

namespace Workers.Producer.History;

/// <summary>A part of an order's history.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Events">Its entries, oldest first.</param>
/// <param name="Next">Give it as next to read on; absent on the last page.</param>
internal sealed record HistoryPage(
    string OrderId,
    IReadOnlyList<HistoryPage.Entry> Events,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next)
{
    /// <summary>One entry.</summary>
    /// <param name="Version">Its number: from 1, without a gap.</param>
    /// <param name="Kind">Decided by the orders worker, Applied, Pending until its turn comes, or Ignored.</param>
    /// <param name="Source">The event's source.</param>
    /// <param name="DetailType">The event's detail-type.</param>
    /// <param name="Detail">What it says.</param>
    /// <param name="OccurredAt">When it happened.</param>
    /// <param name="RecordedAt">When the message that brought it was first received.</param>
    /// <param name="EventId">The event's id.</param>
    /// <param name="CausationId">The id of the event that caused it, where one did.</param>
    /// <param name="CorrelationId">The chain that it belongs to.</param>
    /// <param name="RecordedBy">The handler and the build that recorded it.</param>
    /// <param name="Foreign">True where another company's program told it; else absent.</param>
    /// <param name="Why">Why it was ignored, or what it waits for.</param>
    /// <param name="CameAs">The version under which it waited, where it was applied later than it came.</param>
    internal sealed record Entry(
        int Version,
        string Kind,
        string Source,
        [property: JsonPropertyName("detail-type")] string DetailType,
        JsonElement Detail,
        DateTimeOffset OccurredAt,
        DateTimeOffset RecordedAt,
        string EventId,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CausationId,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CorrelationId,
        string RecordedBy,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Foreign,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Why,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? CameAs)
    {
        public static Entry Of(RecordedEntry recorded) => new(
            recorded.Entry.Version,
            $"{recorded.Entry.Kind}",
            recorded.Stored.Name.Source,
            recorded.Stored.Name.DetailType,
            JsonElement.Parse(recorded.Stored.Json),
            recorded.Entry.OccurredAt,
            recorded.RecordedAt,
            recorded.EventId,
            recorded.CausationId,
            recorded.CorrelationId,
            recorded.RecordedBy,
            recorded.Entry.IsForeign,
            recorded.Entry.Why,
            recorded.Entry.CameAs);
    }
}
