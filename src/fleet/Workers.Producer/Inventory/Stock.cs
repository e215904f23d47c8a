using System.Text.Json.Serialization;

namespace Workers.Producer.Inventory;

/// <summary>One product's stock.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Name">Its name, where somebody gave one.</param>
/// <param name="Available">Units that may still be reserved.</param>
/// <param name="Reserved">Units set aside for orders.</param>
/// <param name="Shipped">Units that left the house.</param>
/// <param name="Threshold">At or below this many available units, stock is low.</param>
internal sealed record Stock(
    string ProductId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name,
    long Available,
    long Reserved,
    long Shipped,
    long Threshold)
{
    /// <summary>What is to be bought of it; absent where nothing is, and in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OpenPurchaseOrder? PurchaseOrder { get; init; }

    /// <summary>Whether stock is low.</summary>
    public bool Low => Available <= Threshold;
}
