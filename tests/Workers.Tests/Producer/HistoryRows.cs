using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.OrderHistory;
using Columns = Workers.Contracts.Tables.OrderEventColumns;

namespace Workers.Tests.Producer;

/// <summary>Writes histories as the orders worker does, and the orders that follow from them.</summary>
internal static class HistoryRows
{
    private static readonly Workers.Events.Reading.EventRegistry Registry = EventCatalog.Build();

    /// <summary>Each entry is recorded a minute after the one before it.</summary>
    public static async Task RecordAsync(this ProducerHost producer, string orderId, params OrderEntry[] entries)
    {
        foreach (var entry in entries)
        {
            await producer.PutAsync(Topology.OrderEventsTable, RowOf(orderId, entry));
        }

        await producer.PutAsync(OrderFold.Fold(orderId, entries));
    }

    private static Dictionary<string, AttributeValue> RowOf(string orderId, OrderEntry entry)
    {
        var stored = Registry.Store(entry.Detail);
        var row = new Dictionary<string, AttributeValue>
        {
            [Columns.OrderId] = Text(orderId),
            [Columns.Version] = new() { N = $"{entry.Version}" },
            [Columns.Kind] = Text($"{entry.Kind}"),
            [Columns.Source] = Text(stored.Name.Source),
            [Columns.Type] = Text(stored.Name.DetailType),
            [Columns.EventVersion] = Text(stored.Version),
            [Columns.Detail] = Text(stored.Json),
            [Columns.OccurredAt] = Text(Format(entry.OccurredAt)),
            [Columns.RecordedAt] = Text(Format(FakeTime.Start.AddMinutes(entry.Version))),
            [Columns.EventId] = Text($"event-{entry.Version}"),
            [Columns.CausationId] = Text("cause"),
            [Columns.RecordedBy] = Text("Orders/1.0"),
        };
        if (entry.Why is { } why)
        {
            row[Columns.Why] = Text(why);
        }

        return row;
    }

    private static string Format(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private static AttributeValue Text(string text) => new() { S = text };
}
