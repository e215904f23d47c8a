namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>customers</c> table, which the customers worker writes.</summary>
public static class CustomerColumns
{
    /// <summary>The key: a customer, as text.</summary>
    public const string CustomerId = "customerId";

    /// <summary>Where they want to be written to, as text; absent unless they said so.</summary>
    public const string Email = "email";

    /// <summary>What they are called, as text; absent unless they said so.</summary>
    public const string Name = "name";

    /// <summary>When they registered, as text; absent of somebody who has only ordered.</summary>
    public const string RegisteredAt = "registeredAt";

    /// <summary>When the welcome was due, as text; absent of somebody who has not registered.</summary>
    public const string WelcomedAt = "welcomedAt";

    /// <summary>When it is looked at whether they have ordered, as text; absent of somebody who has not registered.</summary>
    public const string RemindAt = "remindAt";

    /// <summary>When the reminder was due, as text; absent unless there was one.</summary>
    public const string RemindedAt = "remindedAt";

    /// <summary>The order that was placed first, as text; absent until one is known.</summary>
    public const string FirstOrderId = "firstOrderId";

    /// <summary>When that was, as text.</summary>
    public const string FirstOrderAt = "firstOrderAt";

    /// <summary>How many orders they have placed, as a number; absent for none.</summary>
    public const string OrdersPlaced = "ordersPlaced";

    /// <summary>What those cost, as a number.</summary>
    public const string PlacedValue = "placedValue";

    /// <summary>How many of their orders ended well, as a number; absent for none.</summary>
    public const string OrdersCompleted = "ordersCompleted";

    /// <summary>What was charged for those, as a number.</summary>
    public const string CompletedValue = "completedValue";
}
