using System.Text.Json;
using Workers.Contracts.Events;
using Workers.OrderHistory;
using Workers.Orders.Aggregate;
using static Workers.Tests.Orders.Facts;

namespace Workers.Tests.Orders;

/// <summary>Every order of arrival of everything that can be told of an order, duplicates included.</summary>
public sealed class WhenFactsArriveInAnyOrder
{
    [Theory]
    [InlineData("Placed Reserved Charged Shipped Delivered")]
    [InlineData("Placed Reserved Charged Shipped Cancellation Delivered")]
    [InlineData("Placed Placed Reserved Charged Charged Shipped Shipped")]
    [InlineData("Placed NotReserved Cancellation Cancellation PaymentDeadline")]
    [InlineData("Placed Reserved Declined Declined Cancellation PaymentDeadline")]
    [InlineData("Placed Reserved Charged NotShipped Refunded Cancellation")]
    [InlineData("Placed Reserved Charged Shipped ShipmentDeadline PaymentDeadline")]
    [InlineData("Placed Charged NotShipped Refunded ShipmentDeadline Cancellation")]
    [InlineData("Led Reserved Charged Shipped WorkflowFailed NotShipped")]
    [InlineData("Led NotReserved WorkflowFailed WorkflowFailed Cancellation")]
    [InlineData("Led Reserved Declined WorkflowFailed Refunded PaymentDeadline")]
    [InlineData("Placed ForeignCharged ForeignShipped Reserved Charged Shipped")]
    public void It_comes_to_one_end_without_a_contradiction(string facts)
    {
        foreach (var permutation in Permutations([.. facts.Split(' ').Select(Named)]))
        {
            var (order, history) = Tell(permutation);
            Check(order, history);
        }
    }

    private static void Check(Order order, IReadOnlyList<OrderEntry> history)
    {
        Assert.Equal(Enumerable.Range(1, history.Count), history.Select(entry => entry.Version));
        Assert.Equal(Json(OrderFold.Fold(OrderId, history)), Json(order));
        Assert.True(order.HasEnded, $"It has not ended: {order.Status} after {Text(history)}.");
        Assert.True(order.Pending.All(pending => pending.Detail is ShipmentDelivered), $"{Text(history)} leaves something pending.");

        var decisions = history.Where(entry => entry.Kind == EntryKind.Decided).Select(entry => entry.Detail).ToList();
        Assert.Single(decisions, decision => decision is OrderCompleted or OrderFailed or OrderCancellationDecided);
        Assert.Single(decisions, decision => decision is OrderRecorded);
        Assert.True(decisions.Count(decision => decision is OrderPaid) <= 1, Text(history));
        Assert.Equal(order.Status == OrderStatus.Cancelled, decisions.Any(decision => decision is OrderCancellationDecided));
        Assert.False(decisions.Exists(decision => decision is OrderPaid) && order.Status == OrderStatus.Cancelled, Text(history));
        Assert.Equal(order.Status == OrderStatus.Completed, order.ShipmentId is not null);
        Assert.True(order.Status != OrderStatus.Completed || order.Charged == order.Amount, Text(history));
    }

    private static IEnumerable<Fact[]> Permutations(Fact[] facts) =>
        facts.Length == 1
            ? [facts]
            : facts.Index().SelectMany(first =>
                Permutations([.. facts.Where((_, index) => index != first.Index)]).Select(rest => (Fact[])[first.Item, .. rest]));

    private static string Text(IEnumerable<OrderEntry> history) =>
        string.Join(", ", history.Select(entry => $"{entry.Kind} {entry.Detail.GetType().Name}"));

    private static string Json(Order order) => JsonSerializer.Serialize(order with { Pending = [] }) + string.Join(",", order.Pending.Select(entry => entry.Version));
}
