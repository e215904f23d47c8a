using Workers.Contracts.Ranges;

namespace Workers.Producer.Inventory;

/// <summary>The body of <c>POST /inventory/{productId}/restock</c>, for the API's description.</summary>
/// <param name="Quantity">Units to add, from 1.</param>
/// <param name="Name">The product's name; absent, the stored one stays.</param>
/// <param name="Threshold">Stock at or below it is low; absent, the stored one stays.</param>
internal sealed record Restock(
    [property: Restock] int Quantity,
    [property: Name] string? Name = null,
    [property: Stock] int? Threshold = null);
