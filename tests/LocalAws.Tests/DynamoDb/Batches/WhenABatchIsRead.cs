using System.Text.Json.Nodes;

namespace LocalAws.Tests.DynamoDb.Batches;

public sealed class WhenABatchIsRead
{
    private readonly Dynamo _dynamo = new();

    [Fact]
    public async Task Items_come_by_table_without_those_that_are_not_there()
    {
        await _dynamo.CreateTableAsync("one");
        await _dynamo.CreateTableAsync("two", "N");
        await _dynamo.PutAsync("one", """{"pk": {"S": "x"}, "a": {"N": "1"}, "b": {"N": "2"}}""");
        await _dynamo.PutAsync("two", """{"pk": {"S": "x"}, "sk": {"N": "1"}}""");

        var answer = await _dynamo.CallAsync("BatchGetItem", """
            {
                "RequestItems": {
                    "one": {
                        "Keys": [{"pk": {"S": "x"}}, {"pk": {"S": "nobody"}}], "ConsistentRead": true,
                        "ProjectionExpression": "#a", "ExpressionAttributeNames": {"#a": "a"}
                    },
                    "two": {"Keys": [{"pk": {"S": "x"}, "sk": {"N": "1"}}, {"pk": {"S": "x"}, "sk": {"N": "2"}}]}
                },
                "ReturnConsumedCapacity": "TOTAL"
            }
            """);

        Dynamo.AssertJson(
            """
            {
                "Responses": {"one": [{"a": {"N": "1"}}], "two": [{"pk": {"S": "x"}, "sk": {"N": "1"}}]},
                "UnprocessedKeys": {},
                "ConsumedCapacity": [{"TableName": "one", "CapacityUnits": 2}, {"TableName": "two", "CapacityUnits": 1}]
            }
            """,
            answer);
    }

    [Fact]
    public async Task What_goes_beyond_16_MB_is_left_to_the_client()
    {
        await _dynamo.CreateTableAsync("things");
        var large = new string('x', 400 * 1024 - 10);
        for (var i = 0; i < 45; i++)
        {
            await _dynamo.PutAsync("things", $$$$"""{"pk": {"S": "{{{{i}}}}"}, "a": {"S": "{{{{large}}}}"}}""");
        }

        var answer = await _dynamo.CallAsync("BatchGetItem", $$"""{"RequestItems": {"things": {"Keys": [{{Keys(45)}}]} } }""");

        Assert.Equal(40, answer["Responses"]!["things"]!.AsArray().Count);
        Dynamo.AssertJson(
            """[{"pk": {"S": "40"}}, {"pk": {"S": "41"}}, {"pk": {"S": "42"}}, {"pk": {"S": "43"}}, {"pk": {"S": "44"}}]""",
            answer["UnprocessedKeys"]!["things"]!["Keys"]);
    }

    [Theory]
    [InlineData("""{"things": {"Keys": [{"pk": {"S": "x"}}, {"pk": {"S": "x"}}]}}""", "Provided list of item keys contains duplicates")]
    [InlineData("""{"things": {"Keys": [{"other": {"S": "x"}}]}}""", "The provided key element does not match the schema")]
    [InlineData("""{"things": {"Keys": [{"pk": {"S": "x"}}], "ProjectionExpression": "a, a"}}""",
        "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; "
        + "path one: [a], path two: [a]")]
    [InlineData("""{"things": {"Keys": [{"pk": {"S": "x"}}], "AttributesToGet": ["a"]}}""",
        "The legacy parameter AttributesToGet (use ProjectionExpression instead) is not supported by the embedded AWS.")]
    public async Task Keys_are_distinct_and_fit(string items, string message)
    {
        await _dynamo.CreateTableAsync("things");

        var refusal = await _dynamo.RefusedAsync("BatchGetItem", $$"""{"RequestItems": {{items}} }""");

        Assert.Equal(("ValidationException", message), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task A_table_asked_for_by_its_ARN_is_answered_by_it()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", """{"pk": {"S": "x"}}""");
        const string Arn = "arn:aws:dynamodb:us-east-1:000000000000:table/things";

        var answer = await _dynamo.CallAsync(
            "BatchGetItem", $$"""{"RequestItems": {"{{Arn}}": {"Keys": [{"pk": {"S": "x"} }]} } }""");

        Assert.Single(answer["Responses"]![Arn]!.AsArray());
    }

    [Fact]
    public async Task It_has_from_1_to_100_keys()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.CreateTableAsync("others");

        await _dynamo.CallAsync("BatchGetItem", $$"""{"RequestItems": {"things": {"Keys": [{{Keys(100)}}]} } }""");
        var none = await _dynamo.RefusedAsync("BatchGetItem", """{"RequestItems": {}}""");
        var many = await _dynamo.RefusedAsync("BatchGetItem", $$"""{"RequestItems": {"things": {"Keys": [{{Keys(101)}}]} } }""");
        var spread = await _dynamo.RefusedAsync(
            "BatchGetItem",
            $$"""{"RequestItems": {"things": {"Keys": [{{Keys(51)}}]}, "others": {"Keys": [{{Keys(50)}}]} } }""");

        Assert.Contains("Member must have length greater than or equal to 1", none.Message, StringComparison.Ordinal);
        Assert.Contains("Member must have length less than or equal to 100", many.Message, StringComparison.Ordinal);
        Assert.Equal("Too many items requested for the BatchGetItem call", spread.Message);
    }

    private static string Keys(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i =>
        new JsonObject { ["pk"] = new JsonObject { ["S"] = $"{i}" } }.ToJsonString()));
}
