using Workers.Contracts.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenLinesNameAProductTwice
{
    [Fact]
    public void Products_add_them_up_in_the_order_of_their_first_lines() =>
        Assert.Equal([new("P", 3), new("Q", 5)], Products(new("P", 1), new("Q", 5), new("P", 2)));

    [Fact]
    public void A_price_stands_where_all_lines_agree() =>
        Assert.Equal([new("P", 2, 9.99m)], Products(new("P", 1, 9.99m), new("P", 1, 9.99m)));

    [Fact]
    public void A_price_falls_where_lines_differ_and_stays_fallen() =>
        Assert.Equal([new("P", 3)], Products(new("P", 1, 9.99m), new("P", 1, 8m), new("P", 1, 9.99m)));

    [Fact]
    public void The_first_name_that_is_given_stands() =>
        Assert.Equal([new("P", 3, Name: "Pen")], Products(new("P", 1), new("P", 1, Name: "Pen"), new("P", 1, Name: "Pencil")));

    private static IReadOnlyList<OrderItem> Products(params OrderItem[] lines) => new OrderPlaced("O", "C", lines, 0).Products;
}
