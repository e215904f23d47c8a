using System.Text.Json.Serialization;

namespace Workers.Producer.Customers;

/// <summary>What is known of a customer. It trails what happened by the moments that the customers worker needs.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Email">Where they want to be written to; absent unless they said so.</param>
/// <param name="Name">What they are called; absent unless they said so.</param>
/// <param name="RegisteredAt">When they registered; absent of somebody who has only ordered.</param>
/// <param name="FirstOrder">The order that they placed first; absent where none is known.</param>
/// <param name="Orders">Their orders, counted.</param>
/// <param name="Onboarding">How they are welcomed; absent of somebody who has not registered.</param>
internal sealed record CustomerProfile(
    string CustomerId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Email,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RegisteredAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CustomerProfile.First? FirstOrder,
    CustomerProfile.Counts Orders,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CustomerProfile.Steps? Onboarding)
{
    /// <summary>An order.</summary>
    /// <param name="OrderId">The order.</param>
    /// <param name="PlacedAt">When it was placed.</param>
    internal sealed record First(string OrderId, string PlacedAt);

    /// <summary>How many orders, and what they cost.</summary>
    /// <param name="Placed">Orders placed.</param>
    /// <param name="PlacedValue">What they cost.</param>
    /// <param name="Completed">Orders that ended well.</param>
    /// <param name="CompletedValue">What was charged for them.</param>
    internal sealed record Counts(int Placed, decimal PlacedValue, int Completed, decimal CompletedValue);

    /// <summary>What a new customer is written, and when.</summary>
    /// <param name="WelcomedAt">When the welcome was due.</param>
    /// <param name="RemindAt">When it is looked at whether they have ordered.</param>
    /// <param name="RemindedAt">When the reminder was due; absent unless there was one.</param>
    internal sealed record Steps(
        string WelcomedAt, string RemindAt, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RemindedAt);
}
