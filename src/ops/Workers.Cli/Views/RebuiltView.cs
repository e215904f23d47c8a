using Amazon.DynamoDBv2.Model;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.OrderHistory.Views;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Cli.Views;

/// <summary>A view as a rebuild writes it: by the projection of the worker, on conditions under which nothing counts twice.</summary>
/// <param name="Name">The view, whose table is called so.</param>
/// <param name="Partition">The partition key's name.</param>
/// <param name="Sort">The sort key's name.</param>
/// <param name="Writes">
/// What an event writes in a generation, the table's name left out. Where a condition does not hold, the generation has it all already.
/// </param>
internal sealed record RebuiltView(string Name, string Partition, string Sort, Func<IEventDetail, string, IEnumerable<Update>> Writes)
{
    private static readonly RebuiltView[] All =
    [
        new(
            ViewNames.CustomerOrders,
            CustomerOrderColumns.Customer,
            CustomerOrderColumns.Order,
            (detail, generation) => CustomerOrder.Of(detail) is { } order ? [Show(order, generation)] : []),
        new(
            ViewNames.OrderBoard,
            OrderBoardColumns.Bucket,
            OrderBoardColumns.Metric,
            (detail, generation) => BoardMilestone.Of(detail) is { } milestone ? Count(milestone, generation) : []),
    ];

    /// <summary>The view of a name of <see cref="ViewNames"/>.</summary>
    public static RebuiltView Of(string name) => All.Single(view => view.Name == name);

    /// <summary>The key of a row.</summary>
    public Row Key(string partition, string sort) => new() { [Partition] = new() { S = partition }, [Sort] = new() { S = sort } };

    /// <summary>A higher version replaces; a lower or equal one changes nothing.</summary>
    private static Update Show(CustomerOrder order, string generation)
    {
        var attributes = order.Attributes().Select((attribute, index) => (attribute.Key, attribute.Value, Index: index)).ToList();
        return new()
        {
            Key = KeyOf(CustomerOrderColumns.Customer, CustomerOrderColumns.Order, order.Key(generation)),
            UpdateExpression = $"SET {string.Join(", ", attributes.Select(attribute => $"#a{attribute.Index} = :a{attribute.Index}"))}",
            ConditionExpression = "attribute_not_exists(#version) OR #version < :version",
            ExpressionAttributeNames = new(attributes.ToDictionary(attribute => $"#a{attribute.Index}", attribute => attribute.Key))
            {
                ["#version"] = CustomerOrderColumns.Version,
            },
            ExpressionAttributeValues = new(attributes.ToDictionary(attribute => $":a{attribute.Index}", attribute => attribute.Value))
            {
                [":version"] = order.Attributes()[CustomerOrderColumns.Version],
            },
        };
    }

    /// <summary>The counters go up together with the order's mark that this milestone was counted.</summary>
    private static IEnumerable<Update> Count(BoardMilestone milestone, string generation) =>
    [
        new()
        {
            Key = KeyOf(OrderBoardColumns.Bucket, OrderBoardColumns.Metric, milestone.OrderKey(generation)),
            UpdateExpression = "SET #milestone = :at",
            ConditionExpression = "attribute_not_exists(#milestone)",
            ExpressionAttributeNames = new() { ["#milestone"] = milestone.Name },
            ExpressionAttributeValues = new() { [":at"] = milestone.Mark() },
        },
        .. milestone.Counters(generation).Select(counter => new Update
        {
            Key = KeyOf(OrderBoardColumns.Bucket, OrderBoardColumns.Metric, counter.Key),
            UpdateExpression = "ADD #value :value",
            ExpressionAttributeNames = new() { ["#value"] = OrderBoardColumns.Value },
            ExpressionAttributeValues = new() { [":value"] = new() { N = counter.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) } },
        }),
    ];

    private static Row KeyOf(string partition, string sort, ViewKey key) =>
        new() { [partition] = new() { S = key.Partition }, [sort] = new() { S = key.Sort } };
}
