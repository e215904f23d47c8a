namespace LocalAws.Tests.DynamoDb.Items;

public sealed class WhenAnItemIsWritten
{
    private const string Key = """{"pk": {"S": "x"}}""";

    private readonly Dynamo _dynamo = new();

    [Fact]
    public async Task A_put_replaces_the_whole_item()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", """{"pk": {"S": "x"}, "a": {"N": "1"}}""");

        var answer = await _dynamo.CallAsync("PutItem", """
            {"TableName": "things", "Item": {"pk": {"S": "x"}, "b": {"N": "2"}}, "ReturnValues": "ALL_OLD"}
            """);

        Dynamo.AssertJson("""{"Attributes": {"pk": {"S": "x"}, "a": {"N": "1"}}}""", answer);
        Dynamo.AssertJson("""{"pk": {"S": "x"}, "b": {"N": "2"}}""", await _dynamo.GetAsync("things", Key));
    }

    [Fact]
    public async Task A_delete_returns_what_was_there_and_does_not_mind_nothing()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", Key);
        const string Delete = """{"TableName": "things", "Key": {"pk": {"S": "x"}}, "ReturnValues": "ALL_OLD"}""";

        var first = await _dynamo.CallAsync("DeleteItem", Delete);
        var second = await _dynamo.CallAsync("DeleteItem", Delete);

        Dynamo.AssertJson("""{"Attributes": {"pk": {"S": "x"}}}""", first);
        Dynamo.AssertJson("{}", second);
        Assert.Null(await _dynamo.GetAsync("things", Key));
    }

    [Theory]
    [InlineData("NONE", "{}")]
    [InlineData("ALL_OLD", """{"Attributes": {"pk": {"S": "x"}, "a": {"M": {"b": {"N": "1"}, "c": {"N": "2"}}}, "n": {"N": "5"}}}""")]
    [InlineData("ALL_NEW",
        """{"Attributes": {"pk": {"S": "x"}, "a": {"M": {"b": {"N": "7"}, "c": {"N": "2"}}}, "n": {"N": "6"}, "new": {"N": "7"}}}""")]
    [InlineData("UPDATED_OLD", """{"Attributes": {"a": {"M": {"b": {"N": "1"}}}, "n": {"N": "5"}}}""")]
    [InlineData("UPDATED_NEW", """{"Attributes": {"a": {"M": {"b": {"N": "7"}}}, "n": {"N": "6"}, "new": {"N": "7"}}}""")]
    public async Task An_update_returns_what_is_asked_for(string returnValues, string expected)
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", """{"pk": {"S": "x"}, "a": {"M": {"b": {"N": "1"}, "c": {"N": "2"}}}, "n": {"N": "5"}}""");

        var answer = await _dynamo.CallAsync("UpdateItem", $$$$"""
            {
                "TableName": "things", "Key": {"pk": {"S": "x"}}, "ReturnValues": "{{{{returnValues}}}}",
                "UpdateExpression": "SET a.b = :v, #new = :v ADD n :one", "ExpressionAttributeNames": {"#new": "new"},
                "ExpressionAttributeValues": {":v": {"N": "7"}, ":one": {"N": "1"}}
            }
            """);

        Dynamo.AssertJson(expected, answer);
    }

    [Fact]
    public async Task An_update_without_anything_new_returns_no_attributes()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", """{"pk": {"S": "x"}, "a": {"N": "1"}}""");

        var answer = await _dynamo.CallAsync("UpdateItem", """
            {"TableName": "things", "Key": {"pk": {"S": "x"}}, "UpdateExpression": "REMOVE a", "ReturnValues": "UPDATED_NEW"}
            """);

        Dynamo.AssertJson("{}", answer);
    }

    [Fact]
    public async Task An_update_without_expression_makes_the_item()
    {
        await _dynamo.CreateTableAsync("things");

        await _dynamo.CallAsync("UpdateItem", """{"TableName": "things", "Key": {"pk": {"S": "x"}}}""");

        Dynamo.AssertJson(Key, await _dynamo.GetAsync("things", Key));
    }

    [Theory]
    [InlineData("PutItem", "\"Item\": {\"pk\": {\"S\": \"x\"}}")]
    [InlineData("DeleteItem", "\"Key\": {\"pk\": {\"S\": \"x\"}}")]
    [InlineData("UpdateItem", "\"Key\": {\"pk\": {\"S\": \"x\"}}, \"UpdateExpression\": \"REMOVE a\"")]
    public async Task A_condition_that_does_not_hold_changes_nothing_and_shows_the_item_when_asked(string operation, string members)
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", """{"pk": {"S": "x"}, "a": {"N": "1"}}""");
        var request = $$"""{"TableName": "things", "ConditionExpression": "attribute_not_exists(pk)", {{members}} """;

        var silent = await _dynamo.RefusedAsync(operation, request + "}");
        var telling = await _dynamo.RefusedAsync(operation, request + ", \"ReturnValuesOnConditionCheckFailure\": \"ALL_OLD\"}");

        Assert.Equal(
            ("ConditionalCheckFailedException", "The conditional request failed"), (silent.Code, silent.Message));
        Assert.Equal("{}", Errors.Members(silent));
        Dynamo.AssertJson(
            """{"Item": {"pk": {"S": "x"}, "a": {"N": "1"}}}""",
            System.Text.Json.Nodes.JsonNode.Parse(Errors.Members(telling)));
        Dynamo.AssertJson("""{"pk": {"S": "x"}, "a": {"N": "1"}}""", await _dynamo.GetAsync("things", Key));
    }

    [Fact]
    public async Task Parallel_increments_all_count()
    {
        await _dynamo.CreateTableAsync("things");

        await Parallel.ForAsync(0, 1000, TestContext.Current.CancellationToken, async (_, _) =>
            await _dynamo.CallAsync("UpdateItem", """
                {
                    "TableName": "things", "Key": {"pk": {"S": "x"}}, "UpdateExpression": "ADD n :one",
                    "ExpressionAttributeValues": {":one": {"N": "1"}}
                }
                """));

        Dynamo.AssertJson("""{"pk": {"S": "x"}, "n": {"N": "1000"}}""", await _dynamo.GetAsync("things", Key));
    }

    [Fact]
    public async Task Of_parallel_conditional_puts_one_wins()
    {
        await _dynamo.CreateTableAsync("things");
        var won = 0;

        await Parallel.ForAsync(0, 100, TestContext.Current.CancellationToken, async (i, _) =>
        {
            try
            {
                await _dynamo.CallAsync("PutItem", $$$$"""
                    {
                        "TableName": "things", "Item": {"pk": {"S": "x"}, "by": {"N": "{{{{i}}}}"}},
                        "ConditionExpression": "attribute_not_exists(pk)"
                    }
                    """);
                Interlocked.Increment(ref won);
            }
            catch (LocalAws.Http.AwsException refusal) when (refusal.Code == "ConditionalCheckFailedException")
            {
            }
        });

        Assert.Equal(1, won);
    }
}
