namespace Workers.Producer.Inventory;

/// <summary>The answer to a stock update that is on its way.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="EventId">The id of the event that carries the update.</param>
internal sealed record AcceptedStock(string ProductId, string EventId);
