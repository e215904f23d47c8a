using Workers.Contracts;
using Workers.Effects.Decisions;
using AttributeValue = Amazon.DynamoDBv2.Model.AttributeValue;
using Columns = Workers.Contracts.Tables.SessionColumns;

namespace Workers.Analytics.Behaviour;

/// <summary>A session's row in the <c>sessions</c> table.</summary>
internal static class SessionRow
{
    public static ItemKey Key(string userId, string sessionId) =>
        new(Topology.SessionsTable, Columns.Visitor, userId, Columns.Session, sessionId);

    public static Session? Find(Items items, string userId, string sessionId) =>
        items.Find(Key(userId, sessionId)) is { } item
            ? new Session(
                userId,
                sessionId,
                (int)item.Number(Columns.Number)!.Value,
                item.Time(Columns.BeganAt)!.Value,
                (int)item.Number(Columns.Events)!.Value,
                item.Time(Columns.FirstAt)!.Value,
                item.Time(Columns.LastAt)!.Value,
                Enum.Parse<Milestones>(item.Text(Columns.Reached)!),
                new([.. item.List(Columns.Interest).Select(ReadSpan)]),
                [.. item.List(Columns.Waiting).Select(ReadPurchase)])
            : null;

    /// <summary>Puts a new session's row.</summary>
    public static Insert Create(Session session, DateTimeOffset expiresAt) =>
        Write.Insert(Key(session.UserId, session.SessionId), ItemOf(session, expiresAt));

    /// <summary>Replaces a session's row, as long as nothing was heard meanwhile: every change of it counts an event.</summary>
    public static Update Replace(Session session, int eventsBefore, DateTimeOffset expiresAt)
    {
        var item = ItemOf(session, expiresAt);
        var update = Write.Update(Key(session.UserId, session.SessionId)).When(Condition.Is(Columns.Events, eventsBefore));
        return item.Attributes.Aggregate(update, (changed, attribute) => changed.Set(attribute.Key, attribute.Value));
    }

    // Empty lists are written too: they must replace what was there.
    private static Item ItemOf(Session session, DateTimeOffset expiresAt) =>
        Item.Empty
            .With(Columns.Number, session.Number)
            .With(Columns.BeganAt, session.BeganAt)
            .With(Columns.Events, session.Events)
            .With(Columns.FirstAt, session.FirstAt)
            .With(Columns.LastAt, session.LastAt)
            .With(Columns.Reached, $"{session.Reached}")
            .With(Columns.Interest, ListOf(session.Interest.Spans.Select(span =>
                Item.Empty.With(Columns.SpanFrom, span.From).With(Columns.SpanTo, span.To))))
            .With(Columns.Waiting, ListOf(session.Waiting.Select(WritePurchase)))
            .With(Columns.ExpiresAt, (decimal)expiresAt.ToUnixTimeSeconds());

    private static AttributeValue ListOf(IEnumerable<Item> items) =>
        new() { L = [.. items.Select(item => new AttributeValue { M = new(item.Attributes) })] };

    private static Interest.Span ReadSpan(Item item) => new(item.Time(Columns.SpanFrom)!.Value, item.Time(Columns.SpanTo)!.Value);

    private static Item WritePurchase(Purchase purchase) =>
        Item.Empty
            .With(Columns.PurchaseEventId, purchase.EventId)
            .With(Columns.PurchasedAt, purchase.At)
            .With(Columns.OrderValue, purchase.OrderValue)
            .With(Columns.Currency, purchase.Currency);

    private static Purchase ReadPurchase(Item item) =>
        new(
            item.Text(Columns.PurchaseEventId)!,
            item.Time(Columns.PurchasedAt)!.Value,
            item.Number(Columns.OrderValue),
            item.Text(Columns.Currency));
}
