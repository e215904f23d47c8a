using Workers.Contracts.Ranges;

namespace Workers.Contracts.Events;

/// <summary>One line of an order.</summary>
/// <param name="ProductId">Which product.</param>
/// <param name="Quantity">How many units, from 1.</param>
/// <param name="Price">The price of one unit, where the producer states it.</param>
/// <param name="Name">The product's name, where the producer states it.</param>
public sealed record OrderItem(
    [property: Id] string ProductId,
    [property: Quantity] int Quantity,
    [property: Money] decimal? Price = null,
    [property: Name] string? Name = null);
