using Microsoft.Extensions.Logging;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Committing;

public sealed class WhenAConditionNeverHolds
{
    private readonly EffectsBench _bench = new(options => options.MaxDecisions = 3);

    public WhenAConditionNeverHolds() =>
        _bench.Store[Shop.Product("mug")] = Item.Empty.With("available", 5).With("state", "secret");

    [Theory]
    [InlineData("at least", "available >=")]
    [InlineData("at most", "available <=")]
    [InlineData("between", "available BETWEEN")]
    [InlineData("number", "available =")]
    [InlineData("text", "state =")]
    [InlineData("attribute absent", "state absent")]
    [InlineData("item absent", "no item")]
    [InlineData("both", "available >=, state =")]
    [InlineData("one of two", "state =")]
    public async Task The_message_waits_and_the_log_names_the_condition_and_no_value(string condition, string form)
    {
        var outcome = await _bench.HandleAsync(Restocking(Named(condition)), Shop.Message(receiveCount: 19));

        Assert.Equal(Outcome.Retry(), outcome);
        Assert.Equal(
            $"Shop.SoldHandler waits: 3 decisions did not hold at their commit, the last because of products (productId): {form}",
            Assert.Single(_bench.Log.Entries, entry => entry.Level == LogLevel.Warning).Text);
        Assert.Equal(3, _bench.Log.Entries.Count(entry => entry.Level == LogLevel.Debug));
        Assert.DoesNotContain(_bench.Log.Entries, entry => entry.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_so_many_receives_it_is_a_failure_of_the_handler()
    {
        var handling = _bench.HandleAsync(Restocking([Condition.AtLeast("available", 6)]), Shop.Message(receiveCount: 20));

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => handling);
        Assert.Equal("3 decisions did not hold at their commit, at receive 20: products (productId): available >=.", failure.Message);
    }

    [Fact]
    public async Task An_item_that_is_not_there_is_named_too()
    {
        var check = Decision.Commit(Write.Check(Shop.Product("new"), Condition.ItemExists));

        await _bench.HandleAsync(new Deciding(check), Shop.Message());

        Assert.Contains(_bench.Log.Entries, entry => entry.Text.EndsWith("products (productId): an item", StringComparison.Ordinal));
    }

    private static Deciding Restocking(IReadOnlyList<Condition> conditions) =>
        new(Decision.Commit(Write.Update(Shop.Product("mug")).Add("available", 1).When(conditions)));

    private static IReadOnlyList<Condition> Named(string name) => name switch
    {
        "at least" => [Condition.AtLeast("available", 6)],
        "at most" => [Condition.AtMost("available", 4)],
        "between" => [Condition.Between("available", 6, 7)],
        "number" => [Condition.Is("available", 6)],
        "text" => [Condition.Is("state", "secret too")],
        "attribute absent" => [Condition.Is("state", (string?)null)],
        "item absent" => [Condition.ItemAbsent],
        "both" => [Condition.AtLeast("available", 6), Condition.Is("state", "secret too")],
        "one of two" => [Condition.AtLeast("available", 5), Condition.Is("state", "secret too")],
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
