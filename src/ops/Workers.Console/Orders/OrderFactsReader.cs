using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Operations;
using Workers.Operations.Orders;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Console.Orders;

/// <summary>Reads what the workers' tables say of an order now: what was written for it, by whom it is owned.</summary>
internal static class OrderFactsReader
{
    public static async Task<OrderFacts> ReadAsync(FleetAccess fleet, string orderId, CancellationToken cancellationToken)
    {
        var rows = new OrderTables(fleet.Tables).ReadAsync(orderId, cancellationToken);
        var reservation = fleet.Tables.FindAsync(Topology.ReservationsTable, Key(ReservationColumns.OrderId, orderId), cancellationToken);
        var payment = fleet.Tables.FindAsync(Topology.PaymentsTable, Key(PaymentColumns.OrderId, orderId), cancellationToken);
        var order = await rows;
        var snapshot = Snapshot(order.Snapshot);
        var shipment = OrderSnapshot.ShipmentIdOf(snapshot) is not { } shipmentId
            ? null
            : await fleet.Tables.FindAsync(Topology.ShipmentsTable, Key(ShipmentColumns.ShipmentId, shipmentId), cancellationToken);
        return new(
            order,
            [
                .. ((StoryRow?[])
                [
                    OfOrder(order.Snapshot, snapshot),
                    OfRow(Topology.ReservationsTable, await reservation,
                        ReservationColumns.State, ReservationColumns.Amount, ReservationColumns.DecidedAt,
                        ReservationColumns.ReleasedAt, ReservationColumns.ShippedAt),
                    OfRow(Topology.PaymentsTable, await payment,
                        PaymentColumns.State, PaymentColumns.Amount, PaymentColumns.PaymentId, PaymentColumns.DeclineCode,
                        PaymentColumns.Reason, PaymentColumns.StartedAt, PaymentColumns.SettledAt, PaymentColumns.RefundedAt),
                    OfRow(Topology.ShipmentsTable, shipment,
                        ShipmentColumns.State, ShipmentColumns.ShipmentId, ShipmentColumns.Carrier, ShipmentColumns.TrackingNumber,
                        ShipmentColumns.Reason, ShipmentColumns.StartedAt, ShipmentColumns.SettledAt),
                ]).OfType<StoryRow>(),
            ]);
    }

    private static Row Key(string name, string value) => new() { [name] = new AttributeValue { S = value } };

    private static StoryRow? OfOrder(Row? row, JsonElement? snapshot)
    {
        if (row is null)
        {
            return null;
        }

        return new(
            Topology.OrdersTable,
            [
                (OrderColumns.Status, row.GetValueOrDefault(OrderColumns.Status)?.S ?? "not yet come: only facts about it"),
                (OrderColumns.Version, row.GetValueOrDefault(OrderColumns.Version)?.N ?? ""),
                .. OrderSnapshot.Members(snapshot),
            ]);
    }

    private static StoryRow? OfRow(string table, Row? row, params IEnumerable<string> members) => row is null
        ? null
        : new(table, [.. members.Where(row.ContainsKey).Select(name => (name, row[name].S ?? Number(row[name].N)))]);

    private static string Number(string? number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var known)
            ? known.ToString(CultureInfo.InvariantCulture)
            : "";

    private static JsonElement? Snapshot(Row? row)
    {
        try
        {
            return row?.GetValueOrDefault(OrderColumns.Snapshot)?.S is { } text ? JsonElement.Parse(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
