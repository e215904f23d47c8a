using Microsoft.Extensions.Options;

namespace Workers.Notification.Templates;

/// <summary>Who is told.</summary>
internal sealed class Recipients(IOptions<RecipientOptions> options)
{
    public string Customer(string customerId) =>
        options.Value.CustomerAddress.Replace(RecipientOptions.CustomerIdPlaceholder, customerId, StringComparison.Ordinal);

    public string Warehouse => options.Value.WarehouseAddress;

    public string Operations => options.Value.OperationsAddress;
}
