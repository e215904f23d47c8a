using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Columns = Workers.Contracts.Tables.PurchaseOrderColumns;

namespace Workers.Inventory.Stores;

/// <summary>
/// A row of the <c>purchase-orders</c> table: a product's latest purchase order. Its number and state together change with every write, so
/// a condition on both restates the whole row.
/// </summary>
/// <param name="ProductId">The row's key: a product has one open purchase order at most.</param>
/// <param name="Number">The how-manieth of the product.</param>
/// <param name="State">Whether units are awaited.</param>
/// <param name="Quantity">How many units it asks for.</param>
internal sealed record PurchaseOrder(string ProductId, int Number, PurchaseOrderState State, int Quantity)
{
    public static ItemKey Key(string productId) => new(Topology.PurchaseOrdersTable, Columns.ProductId, productId);

    public static PurchaseOrder? Find(Items items, string productId) =>
        items.Find(Key(productId)) is { } item
            ? new PurchaseOrder(
                productId,
                (int)item.Number(Columns.Number)!.Value,
                Enum.Parse<PurchaseOrderState>(item.Text(Columns.State)!),
                (int)item.Number(Columns.Quantity)!.Value)
            : null;

    /// <summary>The first purchase order of a product.</summary>
    public static PurchaseOrder First(string productId, int quantity) => new(productId, 1, PurchaseOrderState.Open, quantity);

    public string Id => DerivedId.OfPurchaseOrder(ProductId, Number);

    public bool IsOpen => State is PurchaseOrderState.Open;

    /// <summary>The purchase order after this one.</summary>
    public PurchaseOrder Next(int quantity) => new(ProductId, Number + 1, PurchaseOrderState.Open, quantity);

    /// <summary>Puts the product's first row.</summary>
    public Insert Create(DateTimeOffset at) =>
        Write.Insert(
            Key(ProductId),
            Item.Empty
                .With(Columns.Number, Number)
                .With(Columns.PurchaseOrderId, Id)
                .With(Columns.State, State.ToString())
                .With(Columns.Quantity, Quantity)
                .With(Columns.RaisedAt, at));

    /// <summary>Puts the next one in this one's place, as long as this one stands as it does; an open one is closed by it.</summary>
    public Update ReplaceBy(PurchaseOrder next, DateTimeOffset at) =>
        Write.Update(Key(ProductId))
            .Set(Columns.Number, (decimal)next.Number)
            .Set(Columns.PurchaseOrderId, next.Id)
            .Set(Columns.State, next.State.ToString())
            .Set(Columns.Quantity, (decimal)next.Quantity)
            .Set(Columns.RaisedAt, at)
            .Set(Columns.ClosedAt, IsOpen ? at : null)
            .When(AsItStands);

    /// <summary>Closes it, as long as it is open.</summary>
    public Update Close(DateTimeOffset at) =>
        Write.Update(Key(ProductId))
            .Set(Columns.State, nameof(PurchaseOrderState.Closed))
            .Set(Columns.ClosedAt, at)
            .When(AsItStands);

    /// <summary>Lets the commit fail if a purchase order has been raised.</summary>
    public static Check StillNoneOpen(string productId, PurchaseOrder? last) =>
        Write.Check(Key(productId), last is null ? [Condition.ItemAbsent] : last.AsItStands);

    private IReadOnlyList<Condition> AsItStands =>
        [Condition.Is(Columns.Number, Number), Condition.Is(Columns.State, State.ToString())];

    public PurchaseOrderRaised Raised(string? name, DateTimeOffset at) => new(Id, ProductId, Quantity, Number, at, name);

    public PurchaseOrderClosed Closed(int? received, DateTimeOffset at) => new(Id, ProductId, Quantity, Number, at, received);
}

/// <summary>What became of a purchase order.</summary>
internal enum PurchaseOrderState
{
    /// <summary>Units are awaited. Entered by a low stock alert, or by a delivery that was too small; left when units arrive.</summary>
    Open,

    /// <summary>Units have arrived, or a count found enough. Left when the next one is raised.</summary>
    Closed,
}
