using System.Globalization;
using System.Text.Json;
using Workers.Contracts.Tables;
using Workers.Operations.Orders;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Cli.Orders;

/// <summary>An order and how it came to be what it is.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Order">All of it, as its row has it; null where there is no row, or none that can be read.</param>
/// <param name="Timeline">Its history.</param>
internal sealed record ShowAnswer(string OrderId, JsonElement? Order, IReadOnlyList<TimelineEntry> Timeline)
{
    public static ShowAnswer Of(OrderRows rows) => new(
        rows.OrderId, Json.Read(rows.Snapshot?.GetValueOrDefault(OrderColumns.Snapshot)?.S), [.. rows.History.Select(TimelineEntry.Of)]);
}

/// <summary>An entry as it stands in the table: it is shown also where nobody could fold it.</summary>
internal sealed record TimelineEntry(
    string Version,
    string? Kind,
    string? Source,
    string? Type,
    string? OccurredAt,
    string? RecordedAt,
    string? EventId,
    string? CausationId,
    string? CorrelationId,
    string? RecordedBy,
    bool IsForeign,
    string? Why,
    int? CameAs,
    JsonElement? Detail)
{
    public static TimelineEntry Of(Row row)
    {
        return new(
            row[OrderEventColumns.Version].N,
            Text(OrderEventColumns.Kind),
            Text(OrderEventColumns.Source),
            Text(OrderEventColumns.Type),
            Text(OrderEventColumns.OccurredAt),
            Text(OrderEventColumns.RecordedAt),
            Text(OrderEventColumns.EventId),
            Text(OrderEventColumns.CausationId),
            Text(OrderEventColumns.CorrelationId),
            Text(OrderEventColumns.RecordedBy),
            row.ContainsKey(OrderEventColumns.Foreign),
            Text(OrderEventColumns.Why),
            int.TryParse(row.GetValueOrDefault(OrderEventColumns.CameAs)?.N, CultureInfo.InvariantCulture, out var cameAs) ? cameAs : null,
            Json.Read(Text(OrderEventColumns.Detail)));

        string? Text(string name) => row.GetValueOrDefault(name)?.S;
    }
}

/// <summary>Reads JSON that somebody may have altered.</summary>
file static class Json
{
    public static JsonElement? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
