using System.Globalization;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Costs;

public sealed class WhenAnOrderIsAlone : IClassFixture<BilledOrders>
{
    private readonly BilledOrders _billed;
    private readonly CostTable[] _tables;
    private readonly CostBudget _budget;

    public WhenAnOrderIsAlone(AwsEndpoint endpoint, BilledOrders billed)
    {
        Requires.MoreThanMoto(endpoint, "costs are counted on an embedded AWS of their own, once");
        _billed = billed;
        _tables = [CostTable.OfOrders(billed.Orders), CostTable.OfMessages(billed.Messages)];
        CostBudget.UpdateIfAsked(_tables);
        _budget = new();
    }

    [Fact]
    public void Nothing_costs_more_than_its_budget()
    {
        var over = _tables.SelectMany(_budget.Compare).Where(cell => cell.Figure > (cell.Budget ?? 0));

        Assert.Equal([], over.Select(Say));
    }

    [Fact]
    public void No_budget_is_wider_than_it_must_be()
    {
        var names = _tables.SelectMany(table => table.Rows).Select(row => row.Name).ToHashSet();
        var wide = _tables.SelectMany(_budget.Compare).Where(cell => cell.Figure < cell.Budget);

        Assert.Equal([], wide.Select(Say));
        Assert.Equal([], _budget.Names.Where(name => !names.Contains(name)));
    }

    [Fact]
    public void What_handlers_tell_the_console_adds_up_to_what_was_written() =>
        Assert.Equal(_billed.HandlersWriteUnits, _billed.ToldWriteUnits);

    private static string Say((string What, double Figure, double? Budget) cell) => string.Create(
        CultureInfo.InvariantCulture, $"{cell.What}: {cell.Figure:0.#}; its budget is {cell.Budget ?? 0:0.#}");
}
