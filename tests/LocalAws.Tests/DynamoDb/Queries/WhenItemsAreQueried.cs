using System.Text.Json.Nodes;

namespace LocalAws.Tests.DynamoDb.Queries;

public sealed class WhenItemsAreQueried
{
    private readonly Dynamo _dynamo = new();

    [Theory]
    [InlineData("pk = :p", "0 1 2 3 4 5 6 7 8 9 10 11")]
    [InlineData("pk = :p AND sk = :a", "3")]
    [InlineData("sk = :a AND pk = :p", "3")]
    [InlineData("pk = :p AND sk < :a", "0 1 2")]
    [InlineData("pk = :p AND sk <= :a", "0 1 2 3")]
    [InlineData("pk = :p AND sk > :b", "11")]
    [InlineData("pk = :p AND sk >= :b", "10 11")]
    [InlineData("pk = :p AND sk BETWEEN :a AND :b", "3 4 5 6 7 8 9 10")]
    [InlineData("pk = :p and sk between :a and :b", "3 4 5 6 7 8 9 10")]
    [InlineData(":p = pk AND :a > sk", "0 1 2")]
    [InlineData("((pk = :p) AND (sk = :a))", "3")]
    public async Task Numbers_come_in_the_order_of_their_values(string condition, string expected)
    {
        await FillAsync();

        Assert.Equal(expected, await KeysAsync(condition));
        Assert.Equal(
            string.Join(' ', expected.Split(' ').Reverse()), await KeysAsync(condition, ", \"ScanIndexForward\": false"));
    }

    [Theory]
    [InlineData("begins_with(sk, :prefix)", "2026-01 2026-02")]
    [InlineData("sk < :prefix", "2025-12")]
    [InlineData("sk > :prefix", "2026-01 2026-02 2027-01")]
    public async Task Strings_come_in_the_order_of_their_bytes(string condition, string expected)
    {
        await _dynamo.CreateTableAsync("things", "S");
        foreach (var month in (string[])["2027-01", "2026-02", "2025-12", "2026-01"])
        {
            await _dynamo.PutAsync("things", $$$$"""{"pk": {"S": "p"}, "sk": {"S": "{{{{month}}}}"}}""");
        }

        var answer = await _dynamo.CallAsync("Query", $$$$"""
            {
                "TableName": "things", "KeyConditionExpression": "pk = :p AND {{{{condition}}}}",
                "ExpressionAttributeValues": {":p": {"S": "p"}, ":prefix": {"S": "2026"}}
            }
            """);

        Assert.Equal(expected, string.Join(' ', answer["Items"]!.AsArray().Select(item => (string?)item!["sk"]!["S"])));
    }

    [Fact]
    public async Task Pages_join_without_gap_or_repetition_in_either_direction()
    {
        await FillAsync();

        Assert.Equal("0 1 2|3 4 5|6 7 8|9 10 11|", await PagesAsync("true"));
        Assert.Equal("11 10 9|8 7 6|5 4 3|2 1 0|", await PagesAsync("false"));
    }

    [Fact]
    public async Task The_limit_counts_what_is_read_and_the_filter_comes_after_it()
    {
        await FillAsync();

        var answer = await _dynamo.CallAsync("Query", """
            {
                "TableName": "things", "KeyConditionExpression": "pk = :p", "FilterExpression": "odd = :true", "Limit": 5,
                "ExpressionAttributeValues": {":p": {"S": "p"}, ":true": {"BOOL": true}}, "ProjectionExpression": "sk"
            }
            """);

        Assert.Equal((2, 5), ((int)answer["Count"]!, (int)answer["ScannedCount"]!));
        Dynamo.AssertJson("""[{"sk": {"N": "1"}}, {"sk": {"N": "3"}}]""", answer["Items"]);
        Dynamo.AssertJson("""{"pk": {"S": "p"}, "sk": {"N": "4"}}""", answer["LastEvaluatedKey"]);
    }

    [Fact]
    public async Task A_page_ends_with_the_item_that_reaches_1_MB()
    {
        await _dynamo.CreateTableAsync("things", "N");
        var large = new string('x', 300_000);
        for (var i = 0; i < 6; i++)
        {
            await _dynamo.PutAsync("things", $$$$"""{"pk": {"S": "p"}, "sk": {"N": "{{{{i}}}}"}, "a": {"S": "{{{{large}}}}"}}""");
        }

        var answer = await _dynamo.CallAsync("Query", """
            {
                "TableName": "things", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "p"}},
                "ProjectionExpression": "sk", "ReturnConsumedCapacity": "TOTAL"
            }
            """);

        Assert.Equal(4, (int)answer["Count"]!);
        Dynamo.AssertJson("""{"pk": {"S": "p"}, "sk": {"N": "3"}}""", answer["LastEvaluatedKey"]);
        Assert.Equal(Math.Ceiling(4 * (300_000 + 3 + 4 + 1) / 4096.0) / 2, (double)answer["ConsumedCapacity"]!["CapacityUnits"]!);
    }

    [Fact]
    public async Task Only_a_count_is_a_page_without_items()
    {
        await FillAsync();

        var answer = await _dynamo.CallAsync("Query", """
            {
                "TableName": "things", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "p"}},
                "Select": "COUNT"
            }
            """);

        Dynamo.AssertJson("""{"Count": 12, "ScannedCount": 12}""", answer);
    }

    [Fact]
    public async Task A_partition_that_is_not_there_is_empty()
    {
        await _dynamo.CreateTableAsync("things");

        var answer = await _dynamo.CallAsync("Query", """
            {
                "TableName": "things", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "p"}},
                "ConsistentRead": true, "ReturnConsumedCapacity": "TOTAL"
            }
            """);

        Dynamo.AssertJson(
            """
            {"Items": [], "Count": 0, "ScannedCount": 0, "ConsumedCapacity": {"TableName": "things", "CapacityUnits": 1}}
            """,
            answer);
    }

    private async Task FillAsync()
    {
        await _dynamo.CreateTableAsync("things", "N");
        foreach (var i in (int[])[7, 11, 0, 3, 5, 10, 1, 9, 2, 8, 4, 6])
        {
            var odd = i % 2 == 1 ? "true" : "false";
            await _dynamo.PutAsync("things", $$$$"""{"pk": {"S": "p"}, "sk": {"N": "{{{{i}}}}"}, "odd": {"BOOL": {{{{odd}}}}}}""");
        }

        await _dynamo.PutAsync("things", """{"pk": {"S": "q"}, "sk": {"N": "3"}}""");
    }

    private async Task<string> KeysAsync(string condition, string members = "") => Keys(await _dynamo.CallAsync("Query", $$$$"""
        {
            "TableName": "things", "KeyConditionExpression": "{{{{condition}}}}",
            "ExpressionAttributeValues": {{{{Values(condition)}}}} {{{{members}}}}
        }
        """));

    private static string Values(string condition)
    {
        var values = new JsonObject();
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("p", "\"S\": \"p\""), ("a", "\"N\": \"3\""), ("b", "\"N\": \"10\"")])
        {
            if (condition.Contains($":{name}", StringComparison.Ordinal))
            {
                values[$":{name}"] = JsonNode.Parse($"{{{value}}}");
            }
        }

        return values.ToJsonString();
    }

    private async Task<string> PagesAsync(string forward)
    {
        var pages = "";
        JsonNode? start = null;
        do
        {
            var answer = await _dynamo.CallAsync("Query", $$$$"""
                {
                    "TableName": "things", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "p"}},
                    "Limit": 3, "ScanIndexForward": {{{{forward}}}}, "ExclusiveStartKey": {{{{start?.ToJsonString() ?? "null"}}}}
                }
                """);
            pages += Keys(answer) + (answer["LastEvaluatedKey"] is null ? "" : "|");
            start = answer["LastEvaluatedKey"];
        }
        while (start is not null);
        return pages;
    }

    private static string Keys(JsonNode answer) =>
        string.Join(' ', answer["Items"]!.AsArray().Select(item => (string?)item!["sk"]!["N"]));
}
