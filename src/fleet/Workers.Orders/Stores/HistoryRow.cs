using System.Globalization;
using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;
using Workers.OrderHistory;
using Columns = Workers.Contracts.Tables.OrderEventColumns;

namespace Workers.Orders.Stores;

/// <summary>A row of the <c>order-events</c> table: one entry of an order's history. It is put once, and never changed.</summary>
internal sealed class HistoryRow(EventRegistry registry)
{
    private static readonly string Build = typeof(HistoryRow).Assembly.GetName().Version!.ToString();

    public static ItemKey Key(string orderId, int version) => new(
        Topology.OrderEventsTable,
        Columns.OrderId,
        orderId,
        Columns.Version,
        version.ToString(CultureInfo.InvariantCulture),
        SortIsNumber: true);

    /// <summary>Tells apart what one message makes an order say.</summary>
    public static string EmissionKey(string orderId, OrderEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{orderId}/{entry.Version}");

    public Insert Append<TEvent>(string orderId, OrderEntry entry, EventMessage<TEvent> cause)
        where TEvent : IEventDetail
    {
        var stored = registry.Store(entry.Detail);
        var isOurs = entry.Kind == EntryKind.Decided;
        return Write.Insert(
            Key(orderId, entry.Version),
            Item.Empty
                .With(Columns.Kind, entry.Kind.ToString())
                .With(Columns.Source, stored.Name.Source)
                .With(Columns.Type, stored.Name.DetailType)
                .With(Columns.EventVersion, stored.Version)
                .With(Columns.Detail, stored.Json)
                .With(Columns.OccurredAt, entry.OccurredAt)
                .With(Columns.RecordedAt, cause.Delivery.FirstReceivedAt)
                .With(Columns.EventId, isOurs
                    ? EmittedEventId.For(
                        cause.Metadata.EventId, cause.Delivery.HandlerName, stored.Name, EmissionKey(orderId, entry))
                    : cause.Metadata.EventId)
                .With(Columns.CausationId, isOurs ? cause.Metadata.EventId : cause.Metadata.CausationId)
                .With(Columns.CorrelationId, cause.Metadata.CorrelationId)
                .With(Columns.RecordedBy, $"{cause.Delivery.HandlerName}/{Build}")
                .With(Columns.Foreign, entry.IsForeign ? "true" : null)
                .With(Columns.Why, entry.Why)
                .With(Columns.CameAs, entry.CameAs));
    }
}
