using System.ComponentModel.DataAnnotations;

namespace Workers.Notification.Templates;

/// <summary>Where people are reached. Bound from <c>Workers:Notification</c>.</summary>
public sealed class RecipientOptions
{
    internal const string CustomerIdPlaceholder = "{customerId}";
    internal const string TeamPlaceholder = "{team}";

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

    /// <summary>Where a support team hears of its tickets, with <c>{team}</c> where its name goes.</summary>
    /// <value><c>{team}@company.example</c>.</value>
    [RegularExpression(
        @".*\{team\}.*",
        ErrorMessage = "Workers:Notification:TeamAddress must contain {team}: every team's mail would go to one address. See Teams.")]
    public string TeamAddress { get; set; } = "{team}@company.example";

    /// <summary>Addresses of teams that have another one, by team, for example <c>finance: billing@partner.example</c>.</summary>
    /// <value>None.</value>
    public Dictionary<string, string> Teams { get; set; } = [];
}
