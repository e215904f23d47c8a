using Workers.Contracts;
using Workers.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenAnIdIsDerived
{
    [Fact]
    public void A_purchase_order_names_its_product() => Assert.Equal("po-LAPTOP-001-3", DerivedId.OfPurchaseOrder("LAPTOP-001", 3));

    [Fact]
    public void A_purchase_order_of_the_longest_product_has_an_id_all_the_same()
    {
        var ids = "xy".Select(letter => DerivedId.OfPurchaseOrder(new(letter, IdGrammar.Longest), int.MaxValue)).ToList();

        Assert.Distinct(ids);
        Assert.All(ids, id => Assert.True(IdGrammar.Allows(id)));
        Assert.All(ids, id => Assert.EndsWith("-2147483647", id, StringComparison.Ordinal));
    }
}
