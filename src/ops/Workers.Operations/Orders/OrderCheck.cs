using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.Events.Reading;
using Workers.OrderHistory;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Operations.Orders;

/// <summary>What is wrong between one order's history and its row. A pure function of what the tables hold.</summary>
internal sealed class OrderCheck(EventRegistry registry, OrderJson json)
{
    public IReadOnlyList<Finding> Check(OrderRows rows)
    {
        if (rows.History.Count == 0)
        {
            return rows.AreNone ? [] : [new(rows.OrderId, FindingKind.NoHistory, "the order has a row and no history")];
        }

        var findings = new List<Finding>();
        var entries = rows.History.Select(row => Read(rows.OrderId, row, findings)).OfType<RecordedEntry>().ToList();
        findings.AddRange(Gaps(rows).Concat(Doubles(rows.OrderId, entries)));
        if (rows.Snapshot is null)
        {
            findings.Add(new(rows.OrderId, FindingKind.NoRow, "the order has a history and no row"));
        }
        else if (!findings.Exists(finding => finding.Kind is FindingKind.Gap or FindingKind.Unreadable))
        {
            findings.AddRange(Compare(OrderFold.Fold(rows.OrderId, entries.Select(entry => entry.Entry)), rows.Snapshot));
        }

        return findings;
    }

    private RecordedEntry? Read(string orderId, Row row, List<Finding> findings)
    {
        try
        {
            return RecordedEntry.Read(row, registry);
        }
        catch (Exception exception) when (exception
            is PoisonEventException or UnknownEventException or KeyNotFoundException
            or FormatException or ArgumentException or OverflowException)
        {
            findings.Add(new(orderId, FindingKind.Unreadable, $"entry {row[OrderEventColumns.Version].N} cannot be read: {exception.Message}"));
            return null;
        }
    }

    private static decimal VersionOf(Row row) =>
        decimal.Parse(row[OrderEventColumns.Version].N, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static IEnumerable<Finding> Gaps(OrderRows rows)
    {
        var expected = 1m;
        foreach (var version in rows.History.Select(VersionOf))
        {
            if (version != expected)
            {
                yield return new(rows.OrderId, FindingKind.Gap, $"the history has entry {version} where {expected} was expected");
            }

            expected = version + 1;
        }
    }

    /// <summary>
    /// An event that took effect twice. One event may stand for several decisions, or end the waiting of others; what was ignored took no
    /// effect.
    /// </summary>
    private static IEnumerable<Finding> Doubles(string orderId, IEnumerable<RecordedEntry> entries) => entries
        .Where(entry => entry.Entry is { CameAs: null, Kind: not EntryKind.Ignored })
        .GroupBy(entry => (entry.EventId, entry.Stored.Name))
        .Where(same => same.Count() > 1)
        .Select(same => new Finding(
            orderId,
            FindingKind.Double,
            $"entries {string.Join(", ", same.Select(entry => entry.Entry.Version))} are one event: {same.Key.Name.DetailType} {same.Key.EventId}"));

    private IEnumerable<Finding> Compare(Order folded, Row row)
    {
        JsonObject snapshot;
        try
        {
            snapshot = (JsonNode.Parse(row.GetValueOrDefault(OrderColumns.Snapshot)?.S ?? "") ?? "null").AsObject();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return [new(folded.OrderId, FindingKind.Unreadable, "the row's snapshot is no JSON object")];
        }

        var expected = JsonNode.Parse(json.Write(folded))!.AsObject();
        List<string> members =
        [
            .. expected.Union(snapshot).Select(member => member.Key).Distinct().Where(name => !JsonNode.DeepEquals(expected[name], snapshot[name])),
            .. Columns(folded).Where(column => Text(row, column.Name) != column.Value).Select(column => $"{column.Name} (of the row)"),
        ];
        return members.Count == 0
            ? []
            : [new(folded.OrderId, FindingKind.Different, $"the row is not what the history makes it: {string.Join(", ", members)}")];
    }

    private static IEnumerable<(string Name, string? Value)> Columns(Order folded) =>
    [
        (OrderColumns.Version, folded.Version.ToString(CultureInfo.InvariantCulture)),
        (OrderColumns.Status, folded.Status?.ToString()),
        (OrderColumns.CustomerId, folded.CustomerId),
    ];

    private static string? Text(Row row, string name) => row.GetValueOrDefault(name) is { } value ? value.S ?? value.N : null;
}
