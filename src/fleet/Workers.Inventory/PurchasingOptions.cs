using System.ComponentModel.DataAnnotations;

namespace Workers.Inventory;

/// <summary>How much is bought when stock is low. Bound from <c>Workers:Inventory</c>, beside the queue's own options.</summary>
public sealed class PurchasingOptions
{
    /// <summary>
    /// How many thresholds of a product a purchase order fills it up to: what is available is subtracted. A threshold of 0 counts as 1.
    /// </summary>
    /// <value>5. From 2 to 1,000.</value>
    [Range(2, 1000, ErrorMessage = "Workers:Inventory:TargetFactor must be from 2 to 1000: with 1, what is bought would be low when it arrives.")]
    public int TargetFactor { get; set; } = 5;
}
