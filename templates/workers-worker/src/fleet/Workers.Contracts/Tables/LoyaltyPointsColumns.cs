namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>loyalty-points</c> table, which the LoyaltyPoints worker writes.</summary>
public static class LoyaltyPointsColumns
{
    /// <summary>The key: a customer, as text.</summary>
    public const string CustomerId = "customerId";

    /// <summary>How many orders the customer has placed, as a number.</summary>
    public const string PlacedOrders = "placedOrders";
}
