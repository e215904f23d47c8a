using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Workers.Events;
using Workers.Events.Reading;
using Columns = Workers.Contracts.Tables.OrderEventColumns;

namespace Workers.OrderHistory;

/// <summary>An entry as it stands in the <c>order-events</c> table, with where it came from.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Stored">Its event, as it was stored.</param>
/// <param name="EventId">The event's id.</param>
/// <param name="CausationId">The id of the event that caused it, where one did.</param>
/// <param name="CorrelationId">The chain that it belongs to.</param>
/// <param name="RecordedAt">When the message that brought it was first received.</param>
/// <param name="RecordedBy">The handler and the build that wrote it.</param>
public sealed record RecordedEntry(
    OrderEntry Entry,
    StoredDetail Stored,
    string EventId,
    string? CausationId,
    string? CorrelationId,
    DateTimeOffset RecordedAt,
    string RecordedBy)
{
    /// <summary>Reads a row of the table.</summary>
    /// <exception cref="PoisonEventException">Somebody changed the row: its detail is no such event.</exception>
    public static RecordedEntry Read(IReadOnlyDictionary<string, AttributeValue> row, EventRegistry registry)
    {
        var stored = new StoredDetail(
            new(row[Columns.Source].S, row[Columns.Type].S), row[Columns.EventVersion].S, row[Columns.Detail].S);
        var entry = new OrderEntry(
            int.Parse(row[Columns.Version].N, CultureInfo.InvariantCulture),
            Enum.Parse<EntryKind>(row[Columns.Kind].S),
            registry.Restore(stored),
            Time(row[Columns.OccurredAt]))
        {
            IsForeign = row.ContainsKey(Columns.Foreign),
            Why = row.GetValueOrDefault(Columns.Why)?.S,
            CameAs = row.GetValueOrDefault(Columns.CameAs)?.N is { } cameAs ? int.Parse(cameAs, CultureInfo.InvariantCulture) : null,
        };
        return new(
            entry,
            stored,
            row[Columns.EventId].S,
            row.GetValueOrDefault(Columns.CausationId)?.S,
            row.GetValueOrDefault(Columns.CorrelationId)?.S,
            Time(row[Columns.RecordedAt]),
            row[Columns.RecordedBy].S);
    }

    private static DateTimeOffset Time(AttributeValue value) => DateTimeOffset.Parse(value.S, CultureInfo.InvariantCulture);
}
