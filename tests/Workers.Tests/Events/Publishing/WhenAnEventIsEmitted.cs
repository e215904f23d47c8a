using Workers.Events.Publishing;

namespace Workers.Tests.Events.Publishing;

public sealed class WhenAnEventIsEmitted
{
    private const string Cause = "01970000-0000-7000-8000-000000000001";
    private const string Handler = "Inventory.OrderPlacedHandler";

    [Fact]
    public void Its_id_follows_from_its_cause_alone() =>
        Assert.Equal("27c4f035-2e5f-8e89-8431-b416d619fb6e", EmittedEventId.For(Cause, Handler, new("ecommerce.inventory", "Inventory Reserved"), "ORD-1"));

    [Theory]
    [InlineData("other", Handler, "s", "d", "k")]
    [InlineData(Cause, "other", "s", "d", "k")]
    [InlineData(Cause, Handler, "other", "d", "k")]
    [InlineData(Cause, Handler, "s", "other", "k")]
    [InlineData(Cause, Handler, "s", "d", "other")]
    public void Another_cause_handler_name_or_key_makes_another_id(string cause, string handler, string source, string detailType, string key) =>
        Assert.NotEqual(EmittedEventId.For(Cause, Handler, new("s", "d"), "k"), EmittedEventId.For(cause, handler, new(source, detailType), key));
}
