using Workers.Contracts;
using Workers.Effects.Decisions;
using Columns = Workers.Contracts.Tables.SessionColumns;

namespace Workers.Analytics.Behaviour;

/// <summary>A visitor's own row in the <c>sessions</c> table: how many sessions they had. It stays, so that who returns is known.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Sessions">How many sessions were heard of.</param>
internal sealed record Visitor(string UserId, int Sessions)
{
    public static ItemKey Key(string userId) =>
        new(Topology.SessionsTable, Columns.Visitor, userId, Columns.Session, Columns.OfVisitor);

    public static Visitor Find(Items items, string userId) => new(userId, (int)(items.Find(Key(userId))?.Number(Columns.Sessions) ?? 0));

    /// <summary>Counts one more session, as long as none was counted meanwhile.</summary>
    public Write Begin() =>
        Sessions == 0
            ? Write.Insert(Key(UserId), Item.Empty.With(Columns.Sessions, 1m))
            : Write.Update(Key(UserId)).Add(Columns.Sessions, 1).When(Condition.Is(Columns.Sessions, (decimal)Sessions));
}
