using Microsoft.Extensions.Options;

namespace Workers.Notification.Templates;

/// <summary>Who is told.</summary>
internal sealed class Recipients(IOptions<RecipientOptions> options)
{
    public string Customer(string customerId) =>
        options.Value.CustomerAddress.Replace(RecipientOptions.CustomerIdPlaceholder, customerId, StringComparison.Ordinal);

    /// <summary>Where the customer asked to be written to, else where every customer is.</summary>
    public string Customer(string customerId, string? email) => email ?? Customer(customerId);

    public string Team(string team) =>
        options.Value.Teams.FirstOrDefault(one => one.Key.Equals(team, StringComparison.OrdinalIgnoreCase)).Value
        ?? options.Value.TeamAddress.Replace(RecipientOptions.TeamPlaceholder, team, StringComparison.Ordinal);

    public string Warehouse => options.Value.WarehouseAddress;

    public string Operations => options.Value.OperationsAddress;
}
