namespace LocalAws.Tests.DynamoDb.Batches;

public sealed class WhenABatchIsWritten
{
    private readonly Dynamo _dynamo = new(TimeSpan.FromMilliseconds(5));

    [Fact]
    public async Task Puts_and_deletes_take_effect_in_all_tables()
    {
        await _dynamo.CreateTableAsync("one");
        await _dynamo.CreateTableAsync("two");
        await _dynamo.PutAsync("two", """{"pk": {"S": "old"}}""");

        var answer = await _dynamo.CallAsync("BatchWriteItem", """
            {
                "RequestItems": {
                    "one": [{"PutRequest": {"Item": {"pk": {"S": "x"}}}}, {"PutRequest": {"Item": {"pk": {"S": "y"}}}}],
                    "two": [{"DeleteRequest": {"Key": {"pk": {"S": "old"}}}}]
                },
                "ReturnConsumedCapacity": "TOTAL"
            }
            """);

        Dynamo.AssertJson(
            """
            {
                "UnprocessedItems": {},
                "ConsumedCapacity": [{"TableName": "one", "CapacityUnits": 2}, {"TableName": "two", "CapacityUnits": 1}]
            }
            """,
            answer);
        Assert.NotNull(await _dynamo.GetAsync("one", """{"pk": {"S": "y"}}"""));
        Assert.Null(await _dynamo.GetAsync("two", """{"pk": {"S": "old"}}"""));
    }

    [Fact]
    public async Task What_meets_an_open_transaction_is_left_to_the_client()
    {
        await _dynamo.CreateTableAsync("things");
        var transaction = _dynamo.CallAsync(
            "TransactWriteItems", """{"TransactItems": [{"Put": {"TableName": "things", "Item": {"pk": {"S": "x"}}}}]}""");

        var answer = await _dynamo.CallAsync("BatchWriteItem", """
            {"RequestItems": {"things": [
                {"DeleteRequest": {"Key": {"pk": {"S": "x"}}}}, {"PutRequest": {"Item": {"pk": {"S": "y"}}}}
            ]}}
            """);
        _dynamo.Time.Advance(TimeSpan.FromMilliseconds(5));
        await transaction;

        Dynamo.AssertJson(
            """{"things": [{"DeleteRequest": {"Key": {"pk": {"S": "x"}}}}]}""", answer["UnprocessedItems"]);
        Assert.NotNull(await _dynamo.GetAsync("things", """{"pk": {"S": "x"}}"""));
        Assert.NotNull(await _dynamo.GetAsync("things", """{"pk": {"S": "y"}}"""));
    }

    [Theory]
    [InlineData("""{"PutRequest": {"Item": {"pk": {"S": "x"}}}}, {"DeleteRequest": {"Key": {"pk": {"S": "x"}}}}""",
        "Provided list of item keys contains duplicates")]
    [InlineData("""{"PutRequest": {"Item": {"pk": {"N": "5"}}}}""", "The provided key element does not match the schema")]
    [InlineData("""{"PutRequest": {"Item": {"other": {"S": "x"}}}}""", "The provided key element does not match the schema")]
    [InlineData("""{"DeleteRequest": {"Key": {"other": {"S": "x"}}}}""", "The provided key element does not match the schema")]
    [InlineData("""{"PutRequest": {"Item": {"pk": {"S": ""}}}}""",
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk")]
    public async Task One_bad_write_refuses_them_all(string writes, string message)
    {
        await _dynamo.CreateTableAsync("things");

        var refusal = await _dynamo.RefusedAsync("BatchWriteItem", $$"""
            {"RequestItems": {"things": [{"PutRequest": {"Item": {"pk": {"S": "good"} } } }, {{writes}}]} }
            """);

        Assert.Equal(("ValidationException", message), (refusal.Code, refusal.Message));
        Assert.Null(await _dynamo.GetAsync("things", """{"pk": {"S": "good"}}"""));
    }

    [Fact]
    public async Task It_has_from_1_to_25_writes()
    {
        await _dynamo.CreateTableAsync("things");

        await _dynamo.CallAsync("BatchWriteItem", $$"""{"RequestItems": {"things": [{{Puts(25)}}]} }""");
        var many = await _dynamo.RefusedAsync("BatchWriteItem", $$"""{"RequestItems": {"things": [{{Puts(26)}}]} }""");
        var none = await _dynamo.RefusedAsync("BatchWriteItem", """{"RequestItems": {"things": []}}""");

        Assert.Contains("Member must have length less than or equal to 25", many.Message, StringComparison.Ordinal);
        Assert.Contains("Member must have length greater than or equal to 1", none.Message, StringComparison.Ordinal);
    }

    private static string Puts(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i =>
        $$"""{"PutRequest": {"Item": {"pk": {"S": "{{i}}"} } } }"""));
}
