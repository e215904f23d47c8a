using System.Text.Json.Serialization;

namespace Workers.Producer.Inventory;

/// <summary>Some products, in no promised order.</summary>
/// <param name="Items">The products.</param>
/// <param name="Next">Give it as <c>next</c> for the following page; absent on the last.</param>
internal sealed record StockPage(
    IReadOnlyList<Stock> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next);
