namespace Workers.Contracts.Tables;

/// <summary>How the <c>customer-orders</c> table is keyed, for the worker that writes it and the API that reads it.</summary>
public static class CustomerOrderKey
{
    /// <summary>The partition of a customer's orders in one generation of the view, for example <c>a/CUST-1</c>.</summary>
    public static string OfCustomer(string generation, string customerId) => $"{generation}/{customerId}";

    /// <summary>The sort key of an order: a query backwards finds the newest first.</summary>
    public static string OfOrder(DateTimeOffset placedAt, string orderId) => $"{SortableTime.Of(placedAt)}#{orderId}";
}
