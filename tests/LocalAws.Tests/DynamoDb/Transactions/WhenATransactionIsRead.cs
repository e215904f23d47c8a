using System.Text.Json.Nodes;

namespace LocalAws.Tests.DynamoDb.Transactions;

public sealed class WhenATransactionIsRead
{
    private readonly Dynamo _dynamo = new();

    [Fact]
    public async Task Items_come_in_the_order_of_the_request()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", """{"pk": {"S": "x"}, "a": {"N": "1"}, "b": {"N": "2"}}""");
        await _dynamo.PutAsync("things", """{"pk": {"S": "y"}}""");

        var answer = await _dynamo.CallAsync("TransactGetItems", """
            {
                "TransactItems": [
                    {"Get": {"TableName": "things", "Key": {"pk": {"S": "y"}}}},
                    {"Get": {"TableName": "things", "Key": {"pk": {"S": "nobody"}}}},
                    {"Get": {
                        "TableName": "things", "Key": {"pk": {"S": "x"}}, "ProjectionExpression": "#a",
                        "ExpressionAttributeNames": {"#a": "a"}
                    }}
                ],
                "ReturnConsumedCapacity": "INDEXES"
            }
            """);

        Dynamo.AssertJson(
            """
            {
                "Responses": [{"Item": {"pk": {"S": "y"}}}, {}, {"Item": {"a": {"N": "1"}}}],
                "ConsumedCapacity": [{
                    "TableName": "things", "CapacityUnits": 6, "ReadCapacityUnits": 6,
                    "Table": {"CapacityUnits": 6, "ReadCapacityUnits": 6}
                }]
            }
            """,
            answer);
    }

    [Fact]
    public async Task A_key_of_the_wrong_shape_is_a_reason()
    {
        await _dynamo.CreateTableAsync("things");

        var refusal = await _dynamo.RefusedAsync("TransactGetItems", """
            {"TransactItems": [
                {"Get": {"TableName": "things", "Key": {"pk": {"S": "x"}}}}, {"Get": {"TableName": "things", "Key": {"a": {"S": "x"}}}}
            ]}
            """);

        Assert.Equal("TransactionCanceledException", refusal.Code);
        Dynamo.AssertJson(
            """
            [{"Code": "None"}, {"Code": "ValidationError", "Message": "The provided key element does not match the schema"}]
            """,
            JsonNode.Parse(Errors.Members(refusal))!["CancellationReasons"]);
    }

    [Theory]
    [InlineData("[]", "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: "
        + "Member must have length greater than or equal to 1")]
    [InlineData("[{}]", "1 validation error detected: Value null at 'transactItems.1.member.get' failed to satisfy constraint: "
        + "Member must not be null")]
    [InlineData("""[{"Get": {"TableName": "things", "Key": {"pk": {"S": "x"}}}}, {"Get": {"TableName": "things", "Key": {"pk": {"S": "x"}}}}]""",
        "Transaction request cannot include multiple operations on one item")]
    [InlineData("""[{"Get": {"TableName": "things", "Key": {"pk": {"S": "x"}}, "ExpressionAttributeNames": {"#a": "a"}, "ProjectionExpression": "b"}}]""",
        "Value provided in ExpressionAttributeNames unused in expressions: keys: {#a}")]
    public async Task What_is_wrong_beforehand_refuses_the_whole_request(string gets, string message)
    {
        await _dynamo.CreateTableAsync("things");

        var refusal = await _dynamo.RefusedAsync("TransactGetItems", $$"""{"TransactItems": {{gets}} }""");

        Assert.Equal(("ValidationException", message), (refusal.Code, refusal.Message));
    }
}
