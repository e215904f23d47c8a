namespace Workers.Torture.Trade;

/// <summary>A product, as it is stocked once.</summary>
internal sealed record Product(string ProductId, Band Band, int Stock, int Threshold);
