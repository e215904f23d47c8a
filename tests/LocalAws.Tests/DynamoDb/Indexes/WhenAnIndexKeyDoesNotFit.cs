namespace LocalAws.Tests.DynamoDb.Indexes;

public sealed class WhenAnIndexKeyDoesNotFit
{
    private const string WrongType =
        "One or more parameter values were invalid: Type mismatch for Index Key owner Expected: S Actual: N IndexName: byOwner";

    private const string Empty = "One or more parameter values are not valid. "
        + "A value specified for a secondary index key is not supported. "
        + "The AttributeValue for a key attribute cannot contain an empty string value. IndexName: byOwner, IndexKey: owner";

    private const string EmptyUpdate = "One or more parameter values are not valid. The update expression attempted to update a secondary "
        + "index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty string value.";

    private const string Unsupported = "The update expression attempted to update the secondary index key to unsupported type";

    private const string Nested =
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: IndexKey: owner";

    private readonly Dynamo _dynamo = new();

    [Theory]
    [InlineData("{\"N\": \"1\"}", WrongType)]
    [InlineData("{\"S\": \"\"}", Empty)]
    public async Task An_item_with_it_is_not_put(string owner, string message)
    {
        await _dynamo.CreateOrdersAsync();

        var put = await _dynamo.RefusedAsync("PutItem", $$"""{"TableName": "orders", "Item": {{Item(owner)}}}""");
        var batch = await _dynamo.RefusedAsync(
            "BatchWriteItem", $$"""{"RequestItems": {"orders": [{"PutRequest": {"Item": {{Item(owner)}} } }] } }""");

        Assert.Equal((message, message), (put.Message, batch.Message));
    }

    [Theory]
    [InlineData(2048, 1024, null)]
    [InlineData(2049, 1, "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes")]
    [InlineData(1, 1025,
        "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes")]
    public async Task Its_length_is_that_of_a_key(int ownerLength, int stateLength, string? message)
    {
        await _dynamo.CreateOrdersAsync();
        var put = _dynamo.PutOrderAsync(1, $$"""
            "owner": {"S": "{{new string('o', ownerLength)}}"}, "state": {"S": "{{new string('s', stateLength)}}"}
            """);

        Assert.Equal(message, (await Record.ExceptionAsync(() => put))?.Message);
    }

    [Theory]
    [InlineData("SET #o = :v", "{\"N\": \"1\"}", WrongType)]
    [InlineData("ADD #o :v", "{\"N\": \"1\"}", WrongType)]
    [InlineData("SET #o = if_not_exists(nothing, :v)", "{\"N\": \"1\"}", Unsupported)]
    [InlineData("SET #o = sk, a = :v", "{\"N\": \"1\"}", Unsupported)]
    [InlineData("SET #o = :v", "{\"S\": \"\"}", EmptyUpdate)]
    [InlineData("SET #o = if_not_exists(nothing, :v)", "{\"S\": \"\"}", EmptyUpdate)]
    [InlineData("SET #o.a = :v", "{\"S\": \"x\"}", Nested)]
    [InlineData("SET a = #o[1], b = :v", "{\"S\": \"x\"}", Nested)]
    public async Task No_update_makes_it(string update, string value, string message)
    {
        await _dynamo.CreateOrdersAsync();
        await _dynamo.PutOrderAsync(1, "\"owner\": {\"S\": \"ann\"}");

        var refusal = await _dynamo.RefusedAsync("UpdateItem", $$$$"""
            {
                "TableName": "orders", "Key": {"pk": {"S": "p"}, "sk": {"N": "1"}}, "UpdateExpression": "{{{{update}}}}",
                "ExpressionAttributeNames": {"#o": "owner"}, "ExpressionAttributeValues": {":v": {{{{value}}}}}
            }
            """);

        Assert.Equal(message, refusal.Message);
    }

    [Theory]
    [InlineData("\"Put\": {\"TableName\": \"orders\", \"Item\": ITEM}", "{\"N\": \"1\"}", WrongType)]
    [InlineData("\"Update\": {\"TableName\": \"orders\", \"Key\": KEY, UPDATE}", "{\"N\": \"1\"}", WrongType)]
    public async Task A_transaction_with_it_is_cancelled(string action, string owner, string message)
    {
        await _dynamo.CreateOrdersAsync();

        var refusal = await _dynamo.RefusedAsync("TransactWriteItems", $"{{\"TransactItems\": [{{{Filled(action, owner)}}}]}}");

        Assert.Equal("TransactionCanceledException", refusal.Code);
        Assert.Contains(message, Errors.Members(refusal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Put\": {\"TableName\": \"orders\", \"Item\": ITEM}", Empty)]
    [InlineData("\"Update\": {\"TableName\": \"orders\", \"Key\": KEY, UPDATE}", EmptyUpdate)]
    public async Task A_transaction_that_empties_it_is_refused_as_a_whole(string action, string message)
    {
        await _dynamo.CreateOrdersAsync();

        var refusal = await _dynamo.RefusedAsync(
            "TransactWriteItems", $"{{\"TransactItems\": [{{{Filled(action, "{\"S\": \"\"}")}}}]}}");

        Assert.Equal(("ValidationException", message), (refusal.Code, refusal.Message));
    }

    private static string Filled(string action, string owner) => action
        .Replace("ITEM", Item(owner), StringComparison.Ordinal)
        .Replace("KEY", """{"pk": {"S": "p"}, "sk": {"N": "1"}}""", StringComparison.Ordinal)
        .Replace("UPDATE", $$$$"""
            "UpdateExpression": "SET #o = :v", "ExpressionAttributeNames": {"#o": "owner"},
            "ExpressionAttributeValues": {":v": {{{{owner}}}}}
            """, StringComparison.Ordinal);

    private static string Item(string owner) => $$$$"""{"pk": {"S": "p"}, "sk": {"N": "1"}, "owner": {{{{owner}}}}}""";
}
