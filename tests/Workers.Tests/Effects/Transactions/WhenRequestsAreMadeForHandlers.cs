using Workers.Effects.Transactions;

namespace Workers.Tests.Effects.Transactions;

public sealed class WhenRequestsAreMadeForHandlers : IDisposable
{
    private const string Requests = "workers.effects.requests";
    private const string WriteUnits = "workers.effects.write_units";

    private readonly CountingMeters _meters = new();
    private readonly RequestCosts _costs;

    public WhenRequestsAreMadeForHandlers() => _costs = new(new(_meters));

    public void Dispose() => _meters.Dispose();

    [Fact]
    public void The_messages_of_a_group_share_them_evenly()
    {
        _costs.AreFor("Sold", "Returned", "Sold", "Sold");

        _costs.Add(_costs.Now, writeUnits: 12);

        Assert.Equal([0.75], _meters.Measured(Requests, "Sold"));
        Assert.Equal([0.25], _meters.Measured(Requests, "Returned"));
        Assert.Equal([9], _meters.Measured(WriteUnits, "Sold"));
        Assert.Equal([3], _meters.Measured(WriteUnits, "Returned"));
    }

    [Fact]
    public async Task They_are_not_for_what_is_at_work_beside_it_or_comes_after()
    {
        var other = RunAsync("Returned");
        await RunAsync("Sold");
        await other;

        _costs.Add(_costs.Now, writeUnits: 100);

        Assert.Equal([2], _meters.Measured(WriteUnits, "Sold"));
        Assert.Equal([2], _meters.Measured(WriteUnits, "Returned"));
        Assert.Equal(2, _meters.Measured(WriteUnits).Count);
    }

    private async Task RunAsync(string handler)
    {
        _costs.AreFor(handler);
        await Task.Yield();
        _costs.Add(_costs.Now, writeUnits: 2);
    }
}
