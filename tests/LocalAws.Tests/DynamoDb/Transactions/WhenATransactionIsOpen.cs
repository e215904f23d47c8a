using System.Text.Json.Nodes;

namespace LocalAws.Tests.DynamoDb.Transactions;

public sealed class WhenATransactionIsOpen
{
    private const string Key = """{"pk": {"S": "x"}}""";
    private const string Before = """{"pk": {"S": "x"}, "n": {"N": "0"}}""";
    private const string After = """{"pk": {"S": "x"}, "n": {"N": "1"}}""";

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(5);

    private readonly Dynamo _dynamo = new(Latency);

    [Fact]
    public async Task Readers_see_the_items_as_they_were_until_it_ends()
    {
        var transaction = await OpenAsync();

        _dynamo.Time.Advance(Latency - TimeSpan.FromTicks(1));
        var during = await _dynamo.GetAsync("things", Key);
        var batch = await _dynamo.CallAsync("BatchGetItem", $$"""{"RequestItems": {"things": {"Keys": [{{Key}}]} } }""");
        Assert.False(transaction.IsCompleted);
        _dynamo.Time.Advance(TimeSpan.FromTicks(1));
        await transaction;

        Dynamo.AssertJson(Before, during);
        Dynamo.AssertJson($"[{Before}]", batch["Responses"]!["things"]);
        Dynamo.AssertJson(After, await _dynamo.GetAsync("things", Key));
    }

    [Theory]
    [InlineData("PutItem", "\"Item\": {\"pk\": {\"S\": \"x\"}}")]
    [InlineData("DeleteItem", "\"Key\": {\"pk\": {\"S\": \"x\"}}")]
    [InlineData("UpdateItem", "\"Key\": {\"pk\": {\"S\": \"x\"}}, \"UpdateExpression\": \"REMOVE n\"")]
    [InlineData("DeleteItem", "\"Key\": {\"pk\": {\"S\": \"checked\"}}")]
    public async Task Single_writes_of_its_items_conflict(string operation, string members)
    {
        var transaction = await OpenAsync();

        var refusal = await _dynamo.RefusedAsync(operation, $$"""{"TableName": "things", {{members}} }""");
        await EndAsync(transaction);
        await _dynamo.CallAsync(operation, $$"""{"TableName": "things", {{members}} }""");

        Assert.Equal(
            ("TransactionConflictException", "Transaction is ongoing for the item"), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task Other_transactions_that_touch_its_items_are_cancelled_with_the_reason()
    {
        var transaction = await OpenAsync();

        var refusal = await _dynamo.RefusedAsync("TransactWriteItems", $$"""
            {"TransactItems": [
                {"Put": {"TableName": "things", "Item": {"pk": {"S": "other"} } } },
                {"Delete": {"TableName": "things", "Key": {{Key}} } },
                {"ConditionCheck": {
                    "TableName": "things", "Key": {"pk": {"S": "nobody"} }, "ConditionExpression": "attribute_exists(pk)"
                } }
            ]}
            """);
        await EndAsync(transaction);

        Assert.Equal("TransactionCanceledException", refusal.Code);
        Dynamo.AssertJson(
            """
            [
                {"Code": "None"},
                {"Code": "TransactionConflict", "Message": "Transaction is ongoing for the item"},
                {"Code": "ConditionalCheckFailed", "Message": "The conditional request failed"}
            ]
            """,
            JsonNode.Parse(Errors.Members(refusal))!["CancellationReasons"]);
        Assert.Null(await _dynamo.GetAsync("things", """{"pk": {"S": "other"}}"""));
        Dynamo.AssertJson(After, await _dynamo.GetAsync("things", Key));
    }

    [Fact]
    public async Task Reading_transactions_that_touch_its_items_are_cancelled_with_the_reason()
    {
        var transaction = await OpenAsync();

        var refusal = await _dynamo.RefusedAsync("TransactGetItems", $$"""
            {"TransactItems": [
                {"Get": {"TableName": "things", "Key": {"pk": {"S": "other"} } } }, {"Get": {"TableName": "things", "Key": {{Key}} } }
            ]}
            """);
        await EndAsync(transaction);

        Assert.Equal("TransactionCanceledException", refusal.Code);
        Assert.EndsWith("[None, TransactionConflict]", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_items_can_be_written()
    {
        var transaction = await OpenAsync();

        await _dynamo.PutAsync("things", """{"pk": {"S": "other"}}""");
        var second = _dynamo.CallAsync(
            "TransactWriteItems", """{"TransactItems": [{"Put": {"TableName": "things", "Item": {"pk": {"S": "third"}}}}]}""");
        await EndAsync(transaction);
        await second;

        Assert.NotNull(await _dynamo.GetAsync("things", """{"pk": {"S": "third"}}"""));
    }

    [Fact]
    public async Task The_end_of_another_does_not_free_its_items()
    {
        var another = await OpenAsync();
        _dynamo.Time.Advance(Latency / 2);
        var transaction = _dynamo.CallAsync(
            "TransactWriteItems", """{"TransactItems": [{"Put": {"TableName": "things", "Item": {"pk": {"S": "third"}}}}]}""");

        _dynamo.Time.Advance(Latency / 2);
        await another;
        var refusal = await _dynamo.RefusedAsync("PutItem", """{"TableName": "things", "Item": {"pk": {"S": "third"}}}""");
        await EndAsync(transaction);

        Assert.Equal("TransactionConflictException", refusal.Code);
    }

    [Fact]
    public async Task One_that_is_cancelled_holds_nothing()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.RefusedAsync("TransactWriteItems", """
            {"TransactItems": [
                {"Put": {"TableName": "things", "Item": {"pk": {"S": "x"}}}},
                {"Put": {"TableName": "things", "Item": {"pk": {"S": "y"}}, "ConditionExpression": "attribute_exists(pk)"}}
            ]}
            """);

        await _dynamo.PutAsync("things", Key);

        Dynamo.AssertJson(Key, await _dynamo.GetAsync("things", Key));
    }

    private async Task<Task<JsonNode>> OpenAsync()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", Before);
        return _dynamo.CallAsync("TransactWriteItems", $$"""
            {"TransactItems": [
                {"Update": {
                    "TableName": "things", "Key": {{Key}}, "UpdateExpression": "ADD n :one",
                    "ExpressionAttributeValues": {":one": {"N": "1"} }
                } },
                {"ConditionCheck": {
                    "TableName": "things", "Key": {"pk": {"S": "checked"} }, "ConditionExpression": "attribute_not_exists(pk)"
                } }
            ]}
            """);
    }

    private async Task EndAsync(Task transaction)
    {
        _dynamo.Time.Advance(Latency);
        await transaction;
    }
}
