using System.ComponentModel.DataAnnotations;

namespace Workers.Notification.Templates;

/// <summary>Where people are reached. Bound from <c>Workers:Notification</c>.</summary>
public sealed class RecipientOptions
{
    internal const string CustomerIdPlaceholder = "{customerId}";

    /// <summary>A customer's address, with <c>{customerId}</c> where the id goes.</summary>
    /// <value><c>{customerId}@customers.example</c>, a domain that is nobody's.</value>
    [RegularExpression(
        @".*\{customerId\}.*",
        ErrorMessage = "Workers:Notification:CustomerAddress must contain {customerId}: every customer's mail would go to one address.")]
    public string CustomerAddress { get; set; } = "{customerId}@customers.example";

    /// <summary>Who hears of low stock, and of what is to be bought.</summary>
    [Required(ErrorMessage = "Workers:Notification:WarehouseAddress must not be empty: low stock alerts would reach nobody.")]
    public string WarehouseAddress { get; set; } = "warehouse@company.example";

    /// <summary>Who hears of high-value orders.</summary>
    [Required(ErrorMessage = "Workers:Notification:OperationsAddress must not be empty: high-value orders would reach nobody.")]
    public string OperationsAddress { get; set; } = "operations@company.example";
}
