using System.Globalization;
using Workers.Contracts.Tables;
using Workers.OrderHistory;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Operations.Books;

/// <summary>What the tables hold of one order.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Order">What it is; null where nobody knows it.</param>
/// <param name="Payment">Its row in the payments table.</param>
/// <param name="Shipment">Its row in the shipments table.</param>
/// <param name="Reservation">Its row in the reservations table.</param>
internal sealed record BookEntry(string OrderId, Order? Order, Row? Payment, Row? Shipment, Row? Reservation)
{
    /// <summary>What became of its payment; null where there is none.</summary>
    public string? PaymentState => Payment?.GetValueOrDefault(PaymentColumns.State)?.S;

    /// <summary>What became of its shipment; null where there is none.</summary>
    public string? ShipmentState => Shipment?.GetValueOrDefault(ShipmentColumns.State)?.S;

    /// <summary>What became of its reservation; null where there is none.</summary>
    public string? ReservationState => Reservation?.GetValueOrDefault(ReservationColumns.State)?.S;

    /// <summary>When its reservation was decided; null where there is none.</summary>
    public DateTimeOffset? ReservedAt => Reservation?.GetValueOrDefault(ReservationColumns.DecidedAt)?.S is { } text
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
        : null;
}
