using System.Text.Json.Nodes;

namespace LocalAws.Tests.DynamoDb.Queries;

public sealed class WhenATableIsScanned
{
    private const int Partitions = 60;

    private readonly Dynamo _dynamo = new();

    [Fact]
    public async Task Pages_hold_every_item_once()
    {
        await FillAsync();

        var keys = await ScanAsync("\"Limit\": 7");

        Assert.Equal(3 * Partitions, keys.Count);
        Assert.Equal(3 * Partitions, keys.Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(100)]
    public async Task Segments_share_the_items_between_them(int total)
    {
        await FillAsync();

        var keys = new List<string>();
        for (var segment = 0; segment < total; segment++)
        {
            keys.AddRange(await ScanAsync($"\"Segment\": {segment}, \"TotalSegments\": {total}, \"Limit\": 5"));
        }

        Assert.Equal(3 * Partitions, keys.Count);
        Assert.Equal(3 * Partitions, keys.Distinct().Count());
    }

    [Fact]
    public async Task Items_written_meanwhile_do_not_disturb_the_pages()
    {
        await FillAsync();

        var keys = await ScanAsync("\"Limit\": 7", async page =>
            await _dynamo.PutAsync("things", $$$$"""{"pk": {"S": "new{{{{page}}}}"}, "sk": {"N": "1"}}"""));

        Assert.Equal(3 * Partitions, keys.Where(key => !key.StartsWith("new", StringComparison.Ordinal)).Distinct().Count());
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public async Task A_filter_projects_and_counts()
    {
        await FillAsync();

        var answer = await _dynamo.CallAsync("Scan", """
            {
                "TableName": "things", "FilterExpression": "sk = :two AND begins_with(pk, :prefix)", "ProjectionExpression": "pk",
                "ExpressionAttributeValues": {":two": {"N": "2"}, ":prefix": {"S": "p1"}}, "ReturnConsumedCapacity": "INDEXES"
            }
            """);

        Assert.Equal((11, 3 * Partitions), ((int)answer["Count"]!, (int)answer["ScannedCount"]!));
        Assert.All(answer["Items"]!.AsArray(), item => Assert.Equal(["pk"], item!.AsObject().Select(member => member.Key)));
        Dynamo.AssertJson(
            """{"TableName": "things", "CapacityUnits": 0.5, "Table": {"CapacityUnits": 0.5}}""", answer["ConsumedCapacity"]);
        Assert.Null(answer["LastEvaluatedKey"]);
    }

    [Theory]
    [InlineData("\"Segment\": 1",
        "The TotalSegments parameter is required but was not present in the request when Segment parameter is present")]
    [InlineData("\"TotalSegments\": 2",
        "The Segment parameter is required but was not present in the request when parameter TotalSegments is present")]
    [InlineData("\"Segment\": 2, \"TotalSegments\": 2",
        "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less than TotalSegments: 2")]
    [InlineData("\"Segment\": 0, \"TotalSegments\": 1000001",
        "1 validation error detected: Value '1000001' at 'totalSegments' failed to satisfy constraint: "
        + "Member must have value less than or equal to 1000000")]
    [InlineData("\"ExclusiveStartKey\": {\"pk\": {\"S\": \"p\"}}",
        "The provided starting key is invalid: The provided key element does not match the schema")]
    [InlineData("\"IndexName\": \"byDate\"", "The table does not have the specified index: byDate")]
    [InlineData("\"FilterExpression\": \"size = :x\"", "Invalid FilterExpression: Attribute name is a reserved keyword; reserved keyword: size")]
    public async Task A_scan_that_makes_no_sense_is_refused(string members, string message)
    {
        await _dynamo.CreateTableAsync("things", "N");

        var refusal = await _dynamo.RefusedAsync("Scan", $$"""{"TableName": "things", {{members}} }""");

        Assert.Equal(("ValidationException", message), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task A_start_key_of_another_segment_is_refused()
    {
        await FillAsync();
        var last = (await _dynamo.CallAsync(
            "Scan", """{"TableName": "things", "Limit": 1, "Segment": 0, "TotalSegments": 2}"""))["LastEvaluatedKey"]!;

        var refusal = await _dynamo.RefusedAsync("Scan", $$"""
            {"TableName": "things", "Segment": 1, "TotalSegments": 2, "ExclusiveStartKey": {{last.ToJsonString()}} }
            """);

        Assert.Equal(
            "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. "
            + "TotalSegments: 2 Segment: 1",
            refusal.Message);
    }

    private async Task FillAsync()
    {
        await _dynamo.CreateTableAsync("things", "N");
        for (var i = 0; i < 3 * Partitions; i++)
        {
            await _dynamo.PutAsync("things", $$$$"""{"pk": {"S": "p{{{{i / 3}}}}"}, "sk": {"N": "{{{{i % 3}}}}"}}""");
        }
    }

    private async Task<List<string>> ScanAsync(string members, Func<int, Task>? afterPage = null)
    {
        var keys = new List<string>();
        JsonNode? start = null;
        for (var page = 0; page == 0 || start is not null; page++)
        {
            var answer = await _dynamo.CallAsync("Scan", $$"""
                {"TableName": "things", "ExclusiveStartKey": {{start?.ToJsonString() ?? "null"}}, {{members}} }
                """);
            keys.AddRange(answer["Items"]!.AsArray().Select(item => $"{item!["pk"]!["S"]} {item["sk"]!["N"]}"));
            start = answer["LastEvaluatedKey"];
            await (afterPage?.Invoke(page) ?? Task.CompletedTask);
        }

        return keys;
    }
}
