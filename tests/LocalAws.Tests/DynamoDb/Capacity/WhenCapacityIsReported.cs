namespace LocalAws.Tests.DynamoDb.Capacity;

public sealed class WhenCapacityIsReported
{
    private const int KeySize = 2 + 1;

    private readonly Dynamo _dynamo = new();

    [Theory]
    [InlineData(1024 - KeySize - 1, 1)]
    [InlineData(1024 - KeySize, 2)]
    [InlineData(10 * 1024, 11)]
    public async Task A_write_costs_a_unit_for_each_KB(int length, double units)
    {
        await _dynamo.CreateTableAsync("things");

        Assert.Equal(units, await UnitsAsync("PutItem", $$$$"""{"TableName": "things", "Item": {{{{Item(length)}}}}}"""));
    }

    [Theory]
    [InlineData("PutItem", "\"Item\": {\"pk\": {\"S\": \"x\"}}")]
    [InlineData("DeleteItem", "\"Key\": {\"pk\": {\"S\": \"x\"}}")]
    [InlineData("UpdateItem", "\"Key\": {\"pk\": {\"S\": \"x\"}}, \"UpdateExpression\": \"REMOVE a\"")]
    public async Task The_larger_of_the_items_before_and_after_counts(string operation, string members)
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", Item(2500));

        Assert.Equal(3, await UnitsAsync(operation, $$"""{"TableName": "things", {{members}} }"""));
        Assert.Equal(1, await UnitsAsync(operation, $$"""{"TableName": "things", {{members}} }"""));
    }

    [Theory]
    [InlineData(4096 - KeySize - 1, "true", 1)]
    [InlineData(4096 - KeySize - 1, "false", 0.5)]
    [InlineData(4096 - KeySize, "true", 2)]
    [InlineData(4096 - KeySize, "false", 1)]
    public async Task A_read_costs_a_unit_for_each_4_KB_or_half_unless_consistent(int length, string isConsistent, double units)
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", Item(length));

        Assert.Equal(units, await UnitsAsync("GetItem", $$$$"""
            {"TableName": "things", "Key": {"pk": {"S": "x"}}, "ConsistentRead": {{{{isConsistent}}}}, "ProjectionExpression": "pk"}
            """));
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 0.5)]
    public async Task A_read_of_nothing_costs_like_a_small_item(string isConsistent, double units)
    {
        await _dynamo.CreateTableAsync("things");

        Assert.Equal(units, await UnitsAsync(
            "GetItem", $$$$"""{"TableName": "things", "Key": {"pk": {"S": "x"}}, "ConsistentRead": {{{{isConsistent}}}}}"""));
    }

    [Fact]
    public async Task Transactions_cost_double_and_checks_are_writes()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", Item(1500));

        var answer = await _dynamo.CallAsync("TransactWriteItems", """
            {
                "TransactItems": [
                    {"ConditionCheck": {"TableName": "things", "Key": {"pk": {"S": "x"}}, "ConditionExpression": "attribute_exists(pk)"}},
                    {"Put": {"TableName": "things", "Item": {"pk": {"S": "y"}}}}
                ],
                "ReturnConsumedCapacity": "INDEXES"
            }
            """);

        Dynamo.AssertJson(
            """
            [{
                "TableName": "things", "CapacityUnits": 6, "WriteCapacityUnits": 6,
                "Table": {"CapacityUnits": 6, "WriteCapacityUnits": 6}
            }]
            """,
            answer["ConsumedCapacity"]);
    }

    [Fact]
    public async Task It_is_reported_only_when_asked_for()
    {
        await _dynamo.CreateTableAsync("things");

        Dynamo.AssertJson("{}", await _dynamo.CallAsync("PutItem", """{"TableName": "things", "Item": {"pk": {"S": "x"}}}"""));
        Dynamo.AssertJson("{}", await _dynamo.CallAsync(
            "PutItem", """{"TableName": "things", "Item": {"pk": {"S": "x"}}, "ReturnConsumedCapacity": "NONE"}"""));
        Dynamo.AssertJson(
            """{"ConsumedCapacity": {"TableName": "things", "CapacityUnits": 1, "Table": {"CapacityUnits": 1}}}""",
            await _dynamo.CallAsync(
                "PutItem", """{"TableName": "things", "Item": {"pk": {"S": "x"}}, "ReturnConsumedCapacity": "INDEXES"}"""));
    }

    private async Task<double> UnitsAsync(string operation, string request)
    {
        var answer = await _dynamo.CallAsync(
            operation, request.TrimEnd()[..^1] + ", \"ReturnConsumedCapacity\": \"TOTAL\"}");
        return (double)answer["ConsumedCapacity"]!["CapacityUnits"]!;
    }

    private static string Item(int length) => $$$$"""{"pk": {"S": "x"}, "a": {"S": "{{{{new string('x', length)}}}}"}}""";
}
