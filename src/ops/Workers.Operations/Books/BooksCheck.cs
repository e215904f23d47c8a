using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.OrderHistory;
using static Workers.Operations.Books.BookFindingKind;

namespace Workers.Operations.Books;

/// <summary>
/// What does not balance about one order: a pure function of what the tables hold. Workers need their time, so nothing counts that is younger
/// than the patience.
/// </summary>
/// <param name="patience">How long workers may take for a step, deadlines and the longest waits included.</param>
/// <param name="repairs">The commands that mend things.</param>
internal sealed class BooksCheck(TimeSpan patience, Repairs repairs)
{
    public IEnumerable<BookFinding> Check(BookEntry entry, DateTimeOffset now)
    {
        if (entry.Order is not { Status: { } status } order)
        {
            return Orphans(entry, now);
        }

        return status switch
        {
            OrderStatus.Placed or OrderStatus.Reserved => IsOver(order.PlacedAt, now) ? Stuck(entry, order) : Held(entry, order, now),
            OrderStatus.Paid => Held(entry, order, now).Concat(Paid(entry, order, now)),
            OrderStatus.Completed => IsOver(order.EndedAt, now) ? Completed(entry, order) : [],
            _ => IsOver(order.EndedAt, now) ? TakenBack(entry, order) : [],
        };
    }

    /// <summary>Units may be set aside before their order is on record, but not for long.</summary>
    private IEnumerable<BookFinding> Orphans(BookEntry entry, DateTimeOffset now)
    {
        if (entry.ReservationState is "Reserved" && IsOver(entry.ReservedAt, now))
        {
            yield return new(
                Orphaned,
                entry.OrderId,
                $"its units are set aside since {entry.ReservedAt:u}, and no order is on record",
                repairs.Replay(entry.ReservedAt!.Value, "order-processing"));
        }
    }

    private IEnumerable<BookFinding> Stuck(BookEntry entry, Order order)
    {
        yield return new(
            BookFindingKind.Stuck,
            entry.OrderId,
            $"it is {order.Status} since {order.PlacedAt:u}, and its deadline has not ended it",
            repairs.Replay(order.PlacedAt!.Value, "order-deadlines"));
    }

    private IEnumerable<BookFinding> Held(BookEntry entry, Order order, DateTimeOffset now)
    {
        if (order.Status is not OrderStatus.Placed && IsOver(order.ReservedAt, now) && entry.ReservationState is not ("Reserved" or "Shipped"))
        {
            yield return Missing(entry, order, Unreserved, $"it is {order.Status}, and its reservation is {entry.ReservationState ?? "not there"}");
        }
    }

    private IEnumerable<BookFinding> Paid(BookEntry entry, Order order, DateTimeOffset now)
    {
        if (!IsOver(order.PaidAt, now))
        {
            yield break;
        }

        yield return new(
            Unshipped,
            entry.OrderId,
            $"it is paid since {order.PaidAt:u}; its shipment is {entry.ShipmentState ?? "not there"}",
            repairs.Replay(order.PaidAt!.Value, "order-paid-shipping", "order-deadlines"));
        if (entry.PaymentState is not "Charged")
        {
            yield return Missing(entry, order, Uncharged, $"it is paid, and its payment is {entry.PaymentState ?? "not there"}");
        }
    }

    private IEnumerable<BookFinding> Completed(BookEntry entry, Order order)
    {
        if (entry.PaymentState is not "Charged")
        {
            yield return Missing(entry, order, Uncharged, $"it is completed, and its payment is {entry.PaymentState ?? "not there"}");
        }

        if (entry.ShipmentState is not "Created")
        {
            yield return Missing(entry, order, NoShipment, $"it is completed, and its shipment is {entry.ShipmentState ?? "not there"}");
        }

        if (entry.ReservationState is "Reserved")
        {
            yield return new(
                Unreleased,
                entry.OrderId,
                $"it is on its way since {order.EndedAt:u}, and its units are set aside still",
                repairs.Replay(order.EndedAt!.Value, "shipment-created"));
        }
        else if (entry.ReservationState is not "Shipped")
        {
            yield return Missing(entry, order, Unreserved, $"it is completed, and its reservation is {entry.ReservationState ?? "not there"}");
        }
    }

    private IEnumerable<BookFinding> TakenBack(BookEntry entry, Order order)
    {
        if (entry.PaymentState is "Charging" or "Charged" or "Refunding")
        {
            yield return new(
                Unrefunded,
                entry.OrderId,
                $"it is {order.Status} since {order.EndedAt:u}, and its payment is {entry.PaymentState}",
                entry.PaymentState is "Refunding"
                    ? repairs.Redrive(Topology.PaymentsQueue, entry.OrderId)   // the provider said no, and somebody has acted since
                    : repairs.Replay(order.EndedAt!.Value, "order-ends"));
        }

        if (entry.ReservationState is "Reserved")
        {
            yield return new(
                Unreleased,
                entry.OrderId,
                $"it is {order.Status} since {order.EndedAt:u}, and its units are set aside still",
                repairs.Replay(order.EndedAt!.Value, "order-ends"));
        }
    }

    /// <summary>One table lost what another has: no command can bring that back.</summary>
    private BookFinding Missing(BookEntry entry, Order order, BookFindingKind kind, string what) =>
        new(kind, entry.OrderId, what, repairs.Show(order.OrderId));

    private bool IsOver(DateTimeOffset? since, DateTimeOffset now) => since is { } time && now - time > patience;
}
