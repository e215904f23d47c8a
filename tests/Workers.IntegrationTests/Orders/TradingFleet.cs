using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Orders;

/// <summary>One fleet for all specs of what becomes of an order: each has an order, a product and a customer of its own.</summary>
[CollectionDefinition]
public sealed class TradingFleet : ICollectionFixture<RunningFleet>;
