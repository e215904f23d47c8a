using System.ComponentModel.DataAnnotations;

namespace Workers.Customers;

/// <summary>How new customers are looked after. Bound from <c>Workers:Customers</c>, beside the queue's own options.</summary>
public sealed class CustomersOptions
{
    /// <summary>
    /// How long after a registration has reached the worker, or after its own time if that is later, it is looked at whether an order was
    /// placed. Who registers afterwards has the new time; who has registered keeps the old one.
    /// </summary>
    /// <value>
    /// 3 days. From 1 second to 30 days: a customer who waits costs three entries of SQS's batch calls each quarter of an hour.
    /// </value>
    [Range(
        typeof(TimeSpan),
        "00:00:01",
        "30.00:00:00",
        ErrorMessage = "Workers:Customers:RemindAfter must be from 1 second to 30 days: with less it would come with the welcome.")]
    public TimeSpan RemindAfter { get; set; } = TimeSpan.FromDays(3);
}
