using Workers.Contracts.Ranges;

namespace Workers.Producer.Inventory;

/// <summary>The body of <c>PUT /inventory/{productId}</c>, for the API's description.</summary>
/// <param name="CurrentStock">Units available to sell, from 0; what is reserved stays reserved.</param>
/// <param name="Name">The product's name; absent, the stored one stays.</param>
/// <param name="Threshold">Stock at or below it is low; absent, the stored one stays.</param>
/// <param name="PreviousStock">What the caller believed to be there.</param>
internal sealed record SetStock(
    [property: Stock] int CurrentStock,
    [property: Name] string? Name = null,
    [property: Stock] int? Threshold = null,
    [property: Stock] int? PreviousStock = null);
