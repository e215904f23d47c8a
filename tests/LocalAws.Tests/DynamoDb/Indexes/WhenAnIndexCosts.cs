using static LocalAws.Tests.DynamoDb.Indexes.IndexSpec;

namespace LocalAws.Tests.DynamoDb.Indexes;

public sealed class WhenAnIndexCosts
{
    private readonly Dynamo _dynamo = new();

    [Theory]
    [InlineData("{}", "{\"owner\": {\"S\": \"ann\"}, \"date\": {\"N\": \"1\"}}", 1)]
    [InlineData("{\"owner\": {\"S\": \"ann\"}, \"date\": {\"N\": \"1\"}}", "{}", 1)]
    [InlineData("{\"owner\": {\"S\": \"ann\"}, \"date\": {\"N\": \"1\"}}", "{\"owner\": {\"S\": \"bob\"}, \"date\": {\"N\": \"1\"}}", 2)]
    [InlineData("{\"owner\": {\"S\": \"ann\"}, \"date\": {\"N\": \"1\"}}", "{\"owner\": {\"S\": \"ann\"}, \"date\": {\"N\": \"2\"}}", 2)]
    [InlineData("{\"owner\": {\"S\": \"ann\"}, \"date\": {\"N\": \"1\"}}",
        "{\"owner\": {\"S\": \"ann\"}, \"date\": {\"N\": \"1\"}, \"amount\": {\"N\": \"1\"}}", 1)]
    [InlineData("{\"owner\": {\"S\": \"ann\"}, \"date\": {\"N\": \"1\"}}",
        "{\"owner\": {\"S\": \"ann\"}, \"date\": {\"N\": \"1\"}, \"note\": {\"N\": \"1\"}}", 0)]
    [InlineData("{}", "{\"note\": {\"N\": \"1\"}}", 0)]
    public async Task A_write_pays_for_what_it_changes_there(string before, string after, double units)
    {
        await _dynamo.CreateOrdersAsync(global: Include);
        await _dynamo.PutOrderAsync(1, before[1..^1]);

        var answer = await _dynamo.CallAsync("PutItem", $$$$"""
            {
                "TableName": "orders", "ReturnConsumedCapacity": "INDEXES",
                "Item": {"pk": {"S": "p"}, "sk": {"N": "1"}{{{{(after == "{}" ? "" : ", " + after[1..^1])}}}}}
            }
            """);

        Dynamo.AssertJson(
            $$"""
            {
                "TableName": "orders", "CapacityUnits": {{1 + units}}, "Table": {"CapacityUnits": 1}
                {{(units == 0 ? "" : ", \"GlobalSecondaryIndexes\": {\"byOwner\": {\"CapacityUnits\": " + units + "}}")}}
            }
            """,
            answer["ConsumedCapacity"]);
    }

    [Fact]
    public async Task A_write_pays_by_the_size_of_what_is_projected()
    {
        await _dynamo.CreateOrdersAsync(global: KeysOnly);

        var answer = await _dynamo.CallAsync("PutItem", $$$$"""
            {
                "TableName": "orders", "ReturnConsumedCapacity": "INDEXES",
                "Item": {
                    "pk": {"S": "p"}, "sk": {"N": "1"}, "owner": {"S": "ann"}, "date": {"N": "1"}, "state": {"S": "new"},
                    "note": {"S": "{{{{new string('n', 3000)}}}}"}
                }
            }
            """);

        Dynamo.AssertJson(
            """
            {
                "TableName": "orders", "CapacityUnits": 7, "Table": {"CapacityUnits": 3},
                "GlobalSecondaryIndexes": {"byOwner": {"CapacityUnits": 1}}, "LocalSecondaryIndexes": {"byState": {"CapacityUnits": 3}}
            }
            """,
            answer["ConsumedCapacity"]);
    }

    [Fact]
    public async Task A_transaction_pays_double_there_too()
    {
        await _dynamo.CreateOrdersAsync();

        var answer = await _dynamo.CallAsync("TransactWriteItems", """
            {
                "ReturnConsumedCapacity": "INDEXES",
                "TransactItems": [{"Put": {"TableName": "orders", "Item": {"pk": {"S": "p"}, "sk": {"N": "1"}, "state": {"S": "new"}}}}]
            }
            """);

        Dynamo.AssertJson(
            """
            [{
                "TableName": "orders", "CapacityUnits": 4, "WriteCapacityUnits": 4,
                "Table": {"CapacityUnits": 2, "WriteCapacityUnits": 2},
                "LocalSecondaryIndexes": {"byState": {"CapacityUnits": 2, "WriteCapacityUnits": 2}}
            }]
            """,
            answer["ConsumedCapacity"]);
    }

    [Theory]
    [InlineData("", 0, 0.5)]
    [InlineData(", \"ConsistentRead\": true", 0, 1)]
    [InlineData(", \"ConsistentRead\": true, \"Select\": \"ALL_ATTRIBUTES\"", 4, 1)]
    public async Task A_read_pays_for_the_index_and_for_each_item_it_fetches(string more, double table, double index)
    {
        await _dynamo.CreateOrdersAsync(local: KeysOnly);
        await _dynamo.PutOrderAsync(1, $$"""
            "state": {"S": "new"}, "note": {"S": "{{new string('n', 5000)}}"}
            """);
        await _dynamo.PutOrderAsync(2, $$"""
            "state": {"S": "new"}, "note": {"S": "{{new string('n', 5000)}}"}
            """);

        var answer = await _dynamo.QueryStatesAsync($", \"ReturnConsumedCapacity\": \"INDEXES\"{more}");

        Dynamo.AssertJson(
            $$$$"""
            {
                "TableName": "orders", "CapacityUnits": {{{{table + index}}}}, "Table": {"CapacityUnits": {{{{table}}}}},
                "LocalSecondaryIndexes": {"byState": {"CapacityUnits": {{{{index}}}}}}
            }
            """,
            answer["ConsumedCapacity"]);
    }

    [Fact]
    public async Task A_table_with_a_local_one_tells_the_size_of_its_collections()
    {
        await _dynamo.CreateOrdersAsync();
        await _dynamo.CreateTableAsync("things");
        const string Metrics = """{"ItemCollectionKey": {"pk": {"S": "p"}}, "SizeEstimateRangeGB": [0, 1]}""";
        const string Item = """{"pk": {"S": "p"}, "sk": {"N": "1"}}""";

        var put = await _dynamo.CallAsync(
            "PutItem", $$"""{"TableName": "orders", "Item": {{Item}}, "ReturnItemCollectionMetrics": "SIZE"}""");
        var batch = await _dynamo.CallAsync("BatchWriteItem", $$$$"""
            {
                "RequestItems": {
                    "orders": [{"PutRequest": {"Item": {{{{Item}}}}}}], "things": [{"PutRequest": {"Item": {"pk": {"S": "p"} } } }]
                },
                "ReturnItemCollectionMetrics": "SIZE"
            }
            """);
        var transaction = await _dynamo.CallAsync("TransactWriteItems", $$$$"""
            {"TransactItems": [{"Put": {"TableName": "orders", "Item": {{{{Item}}}}}}], "ReturnItemCollectionMetrics": "SIZE"}
            """);

        Dynamo.AssertJson(Metrics, put["ItemCollectionMetrics"]);
        Dynamo.AssertJson($$"""{"orders": [{{Metrics}}]}""", batch["ItemCollectionMetrics"]);
        Dynamo.AssertJson($$"""{"orders": [{{Metrics}}]}""", transaction["ItemCollectionMetrics"]);
    }
}
