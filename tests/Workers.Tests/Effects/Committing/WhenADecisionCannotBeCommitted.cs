using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Committing;

public sealed class WhenADecisionCannotBeCommitted
{
    private readonly EffectsBench _bench = new();

    [Fact]
    public async Task A_handlers_exception_is_its_failure()
    {
        var handler = new ScriptedHandler(() => throw new NotSupportedException("Poison."));

        await Assert.ThrowsAsync<NotSupportedException>(() => _bench.HandleAsync(handler, Shop.Message()));
    }

    [Fact]
    public async Task More_writes_than_a_transaction_takes_are_the_handlers_fault()
    {
        var writes = Enumerable.Range(0, 100).Select(i => Insert($"product-{i}", "a mug"));

        await AssertFaultAsync(Decision.Commit([.. writes]), "Shop.SoldHandler decided 100 writes; a transaction takes 99 beside the marker.");
    }

    [Fact]
    public async Task Two_writes_of_one_item_are_the_handlers_fault() => await AssertFaultAsync(
        Decision.Commit(Insert("mug", "a mug"), Write.Update(Shop.Product("mug")).Add("available", 1)),
        "Shop.SoldHandler decided two writes of one item of table products; a transaction takes one per item.");

    [Fact]
    public async Task An_update_without_changes_is_the_handlers_fault() => await AssertFaultAsync(
        Decision.Commit(Write.Update(Shop.Product("mug")).When(Condition.ItemExists)),
        "Shop.SoldHandler decided an update without changes, or a check without conditions, of an item of table products.");

    [Fact]
    public async Task A_rejection_that_emits_or_writes_is_the_handlers_fault()
    {
        const string Fault = "Shop.SoldHandler rejects its message; a rejection can neither write nor emit.";

        await AssertFaultAsync(Decision.Reject("Never.").Emit(new Emission(new SoldOut("mug"), "mug")), Fault);
        await AssertFaultAsync(Decision.Reject("Never.") with { Writes = [Insert("mug", "a mug")] }, Fault);
    }

    [Fact]
    public async Task Two_events_with_one_id_are_the_handlers_fault() => await AssertFaultAsync(
        Decision.Nothing.Emit(new(new SoldOut("mug"), "same"), new(new SoldOut("cup"), "same")),
        "Shop.SoldHandler emits two events of one name and key: they would share their id.");

    [Fact]
    public async Task Asking_for_an_item_that_was_not_named_is_the_handlers_fault()
    {
        _bench.Store[Shop.Product("mug")] = Item.Empty.With("available", 5);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => _bench.HandleAsync(new ForgetfulHandler(), Shop.Message()));
    }

    [Fact]
    public async Task An_item_that_is_too_large_dead_letters_the_message()
    {
        var outcome = await DecideAsync(Decision.Commit(Insert("mug", new string('x', 390 * 1024))));

        Assert.Equal(Outcome.Reject("An item of table products would take 399376 bytes; the most is 399360."), outcome);
        Assert.Empty(_bench.Store.Commits);
    }

    [Fact]
    public async Task An_update_is_measured_with_the_item_that_it_changes()
    {
        _bench.Store[Shop.Product("mug")] = Item.Empty.With("story", new string('x', 300 * 1024));
        var decision = Decision.Commit(Write.Update(Shop.Product("mug")).Set("review", new string('x', 100 * 1024)));

        var outcome = await _bench.HandleAsync(new ScriptedHandler(() => decision, Shop.Product("mug")), Shop.Message());

        Assert.Equal(Outcome.Reject("An item of table products would take 409623 bytes; the most is 399360."), outcome);
    }

    [Fact]
    public async Task Writes_that_are_too_large_together_dead_letter_the_message()
    {
        var writes = Enumerable.Range(0, 11).Select(i => Insert($"product-{i}", new string('x', 380 * 1024)));

        var outcome = await DecideAsync(Decision.Commit([.. writes]));

        Assert.StartsWith("DeadLetter { Reason = The transaction would take ", outcome.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "A key of table products has 0 bytes of productId; from 1 to 2048 are possible.")]
    [InlineData(null, "A key of table products has 2049 bytes of productId; from 1 to 2048 are possible.")]
    public async Task A_key_that_is_out_of_range_dead_letters_the_message(string? productId, string reason)
    {
        var key = Shop.Product(productId ?? new string('x', 2049));

        Assert.Equal(Outcome.Reject(reason), await DecideAsync(Decision.Commit(Write.Insert(key, Item.Empty))));
        Assert.Equal(Outcome.Reject(reason), await _bench.HandleAsync(new ScriptedHandler(() => Decision.Nothing, key), Shop.Message()));
        Assert.Empty(_bench.Store.Commits);
    }

    private static Insert Insert(string productId, string name) =>
        Write.Insert(Shop.Product(productId), Item.Empty.With("name", name));

    private Task<Outcome> DecideAsync(Decision decision) =>
        _bench.HandleAsync(new ScriptedHandler(() => decision), Shop.Message());

    private async Task AssertFaultAsync(Decision decision, string message)
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => DecideAsync(decision));
        Assert.Equal(message, fault.Message);
        Assert.Empty(_bench.Store.Commits);
    }

    private sealed class ForgetfulHandler : IDecide<Sold>
    {
        public IEnumerable<ItemKey> Reads(Sold detail) => [];

        public Decision Decide(EventMessage<Sold> message, Items items) =>
            items.Contains(Shop.Product("mug")) ? Decision.Nothing : Decision.Commit();
    }
}
