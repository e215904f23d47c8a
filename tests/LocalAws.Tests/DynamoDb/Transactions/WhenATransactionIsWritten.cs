using System.Text.Json.Nodes;

namespace LocalAws.Tests.DynamoDb.Transactions;

public sealed class WhenATransactionIsWritten
{
    private readonly Dynamo _dynamo = new();

    [Fact]
    public async Task All_of_its_actions_take_effect_in_all_tables()
    {
        await _dynamo.CreateTableAsync("one");
        await _dynamo.CreateTableAsync("two", "N");
        await _dynamo.PutAsync("one", """{"pk": {"S": "counted"}, "n": {"N": "1"}}""");
        await _dynamo.PutAsync("one", """{"pk": {"S": "old"}}""");

        var answer = await _dynamo.CallAsync("TransactWriteItems", """
            {"TransactItems": [
                {"Put": {"TableName": "two", "Item": {"pk": {"S": "x"}, "sk": {"N": "1"}}, "ConditionExpression": "attribute_not_exists(pk)"}},
                {"Update": {
                    "TableName": "one", "Key": {"pk": {"S": "counted"}}, "UpdateExpression": "ADD n :one",
                    "ConditionExpression": "n BETWEEN :zero AND :one", "ExpressionAttributeValues": {":one": {"N": "1"}, ":zero": {"N": "0"}}
                }},
                {"Delete": {"TableName": "one", "Key": {"pk": {"S": "old"}}}},
                {"ConditionCheck": {
                    "TableName": "one", "Key": {"pk": {"S": "nobody"}}, "ConditionExpression": "attribute_not_exists(pk)"
                }}
            ]}
            """);

        Dynamo.AssertJson("{}", answer);
        Assert.NotNull(await _dynamo.GetAsync("two", """{"pk": {"S": "x"}, "sk": {"N": "1"}}"""));
        Dynamo.AssertJson("""{"pk": {"S": "counted"}, "n": {"N": "2"}}""", await _dynamo.GetAsync("one", """{"pk": {"S": "counted"}}"""));
        Assert.Null(await _dynamo.GetAsync("one", """{"pk": {"S": "old"}}"""));
        Assert.Null(await _dynamo.GetAsync("one", """{"pk": {"S": "nobody"}}"""));
    }

    [Fact]
    public async Task One_failed_condition_undoes_them_all_and_the_reasons_come_in_order()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", """{"pk": {"S": "there"}, "a": {"N": "1"}}""");

        var refusal = await _dynamo.RefusedAsync("TransactWriteItems", """
            {"TransactItems": [
                {"Put": {"TableName": "things", "Item": {"pk": {"S": "x"}}}},
                {"Put": {
                    "TableName": "things", "Item": {"pk": {"S": "there"}}, "ConditionExpression": "attribute_not_exists(pk)",
                    "ReturnValuesOnConditionCheckFailure": "ALL_OLD"
                }},
                {"ConditionCheck": {
                    "TableName": "things", "Key": {"pk": {"S": "nobody"}}, "ConditionExpression": "attribute_exists(pk)",
                    "ReturnValuesOnConditionCheckFailure": "ALL_OLD"
                }}
            ]}
            """);

        Assert.Equal("TransactionCanceledException", refusal.Code);
        Assert.Equal(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, ConditionalCheckFailed]",
            refusal.Message);
        Dynamo.AssertJson(
            """
            {"Message": "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, ConditionalCheckFailed]",
            "CancellationReasons": [
                {"Code": "None"},
                {
                    "Code": "ConditionalCheckFailed", "Message": "The conditional request failed",
                    "Item": {"pk": {"S": "there"}, "a": {"N": "1"}}
                },
                {"Code": "ConditionalCheckFailed", "Message": "The conditional request failed"}
            ]}
            """,
            JsonNode.Parse(Errors.Members(refusal)));
        Assert.Null(await _dynamo.GetAsync("things", """{"pk": {"S": "x"}}"""));
    }

    [Theory]
    [InlineData("SET n = n + :one", "The provided expression refers to an attribute that does not exist in the item")]
    [InlineData("ADD a :one", "An operand in the update expression has an incorrect data type")]
    [InlineData("SET n.x = :one", "The document path provided in the update expression is invalid for update")]
    public async Task What_an_item_does_not_allow_is_a_reason(string update, string message)
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", """{"pk": {"S": "x"}, "a": {"S": "text"}}""");

        var reasons = await ReasonsAsync($$"""
            {"Put": {"TableName": "things", "Item": {"pk": {"S": "y"} } } },
            {"Update": {
                "TableName": "things", "Key": {"pk": {"S": "x"} }, "UpdateExpression": "{{update}}",
                "ExpressionAttributeValues": {":one": {"N": "1"} }
            } }
            """);

        Dynamo.AssertJson($$"""[{"Code": "None"}, {"Code": "ValidationError", "Message": "{{message}}"}]""", reasons);
        Assert.Null(await _dynamo.GetAsync("things", """{"pk": {"S": "y"}}"""));
    }

    [Fact]
    public async Task A_key_of_the_wrong_shape_is_a_reason_and_only_the_first_is_told()
    {
        await _dynamo.CreateTableAsync("things");

        var reasons = await ReasonsAsync("""
            {"Put": {"TableName": "things", "Item": {"pk": {"S": "x"}}, "ConditionExpression": "attribute_exists(pk)"}},
            {"Put": {"TableName": "things", "Item": {"pk": {"N": "7"}}}},
            {"Delete": {"TableName": "things", "Key": {"pk": {"N": "8"}}}}
            """);

        Dynamo.AssertJson(
            """
            [
                {"Code": "None"},
                {
                    "Code": "ValidationError",
                    "Message": "One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N"
                },
                {"Code": "None"}
            ]
            """,
            reasons);
    }

    [Fact]
    public async Task An_item_that_an_update_makes_too_large_is_a_reason()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", $$$$"""{"pk": {"S": "x"}, "a": {"S": "{{{{new string('x', 400 * 1024 - 4)}}}}"}}""");

        var reasons = await ReasonsAsync("""
            {"Update": {
                "TableName": "things", "Key": {"pk": {"S": "x"}}, "UpdateExpression": "SET b = :b",
                "ExpressionAttributeValues": {":b": {"S": "b"}}
            }}
            """);

        Assert.Equal("Item size to update has exceeded the maximum allowed size", (string?)reasons[0]!["Message"]);
    }

    [Theory]
    [InlineData("""
        {"Put": {"TableName": "things", "Item": {"pk": {"S": "x"}}}}, {"Delete": {"TableName": "things", "Key": {"pk": {"S": "x"}}}}
        """,
        "Transaction request cannot include multiple operations on one item")]
    [InlineData("""
        {"Put": {"TableName": "things", "Item": {"pk": {"S": "x"}}}},
        {"ConditionCheck": {"TableName": "things", "Key": {"pk": {"S": "x"}}, "ConditionExpression": "attribute_exists(pk)"}}
        """,
        "Transaction request cannot include multiple operations on one item")]
    [InlineData("""{"Put": {"TableName": "things", "Item": {"pk": {"S": ""}}}}""",
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk")]
    [InlineData("""{"ConditionCheck": {"TableName": "things", "Key": {"pk": {"S": "x"}}}}""",
        "1 validation error detected: Value null at 'transactItems.1.member.conditionCheck.conditionExpression' failed to satisfy constraint: "
        + "Member must not be null")]
    [InlineData("""{"Put": {"TableName": "nowhere", "Item": {"pk": {"S": "x"}}, "ConditionExpression": "attribute_exists("}}""",
        "Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"(\"")]
    [InlineData("""
        {"Put": {"TableName": "nowhere", "Item": {"pk": {"S": "x"}}}},
        {"Delete": {"TableName": "things", "Key": {"pk": {"S": "x"}}, "ExpressionAttributeValues": {":v": {"N": "1"}},
            "ConditionExpression": "attribute_exists(pk)"}}
        """,
        "Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}")]
    [InlineData("{}", "TransactItems can only contain one of Check, Put, Update or Delete")]
    [InlineData("""{"Put": {"TableName": "things", "Item": {"pk": {"S": "x"}}}, "Delete": {"TableName": "things", "Key": {"pk": {"S": "y"}}}}""",
        "TransactItems can only contain one of Check, Put, Update or Delete")]
    [InlineData("""
        {"Update": {"TableName": "things", "Key": {"pk": {"S": "x"}}, "UpdateExpression": "SET status = :v",
            "ExpressionAttributeValues": {":v": {"N": "1"}}}}
        """,
        "Invalid UpdateExpression: Attribute name is a reserved keyword; reserved keyword: status")]
    public async Task What_is_wrong_beforehand_refuses_the_whole_request(string actions, string message)
    {
        await _dynamo.CreateTableAsync("things");

        var refusal = await _dynamo.RefusedAsync("TransactWriteItems", $$"""{"TransactItems": [{{actions}}]}""");

        Assert.Equal(("ValidationException", message), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task A_table_that_is_not_there_refuses_the_whole_request()
    {
        var refusal = await _dynamo.RefusedAsync(
            "TransactWriteItems", """{"TransactItems": [{"Put": {"TableName": "nowhere", "Item": {"pk": {"S": "x"}}}}]}""");

        Assert.Equal(("ResourceNotFoundException", "Requested resource not found"), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task It_has_from_1_to_100_actions()
    {
        await _dynamo.CreateTableAsync("things");

        await _dynamo.CallAsync("TransactWriteItems", $$"""{"TransactItems": [{{Puts(100, "x")}}]}""");
        var none = await _dynamo.RefusedAsync("TransactWriteItems", """{"TransactItems": []}""");
        var many = await _dynamo.RefusedAsync("TransactWriteItems", $$"""{"TransactItems": [{{Puts(101, "x")}}]}""");

        Assert.Equal(
            "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: "
            + "Member must have length greater than or equal to 1",
            none.Message);
        Assert.EndsWith("Member must have length less than or equal to 100", many.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_brings_at_most_4_MB()
    {
        await _dynamo.CreateTableAsync("things");
        var large = new string('x', 100_000);

        await _dynamo.CallAsync("TransactWriteItems", $$"""{"TransactItems": [{{Puts(40, large)}}]}""");
        var refusal = await _dynamo.RefusedAsync("TransactWriteItems", $$"""{"TransactItems": [{{Puts(42, large)}}]}""");

        Assert.Equal("ValidationException", refusal.Code);
        Assert.Contains("size cannot exceed", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<JsonNode> ReasonsAsync(string actions)
    {
        var refusal = await _dynamo.RefusedAsync("TransactWriteItems", $$"""{"TransactItems": [{{actions}}]}""");
        Assert.Equal("TransactionCanceledException", refusal.Code);
        return JsonNode.Parse(Errors.Members(refusal))!["CancellationReasons"]!;
    }

    private static string Puts(int count, string value) => string.Join(", ", Enumerable.Range(0, count).Select(i =>
        $$"""{"Put": {"TableName": "things", "Item": {"pk": {"S": "{{i}}"}, "a": {"S": "{{value}}"} } } }"""));
}
