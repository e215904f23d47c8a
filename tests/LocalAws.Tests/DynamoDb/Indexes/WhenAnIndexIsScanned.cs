using System.Text.Json.Nodes;
using static LocalAws.Tests.DynamoDb.Indexes.IndexSpec;

namespace LocalAws.Tests.DynamoDb.Indexes;

public sealed class WhenAnIndexIsScanned
{
    private readonly Dynamo _dynamo = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Every_item_in_it_comes_once_page_by_page_and_segment_by_segment(int segments)
    {
        await _dynamo.CreateOrdersAsync();
        for (var sort = 0; sort < 30; sort++)
        {
            await _dynamo.PutOrderAsync(sort, sort % 3 == 0 ? "" : Order($"owner {sort % 7}", sort % 2));
        }

        var found = new List<string>();
        for (var segment = 0; segment < segments; segment++)
        {
            JsonNode? last = null;
            do
            {
                var start = last is null ? "" : $", \"ExclusiveStartKey\": {last.ToJsonString()}";
                var page = await _dynamo.CallAsync("Scan", $$"""
                    {
                        "TableName": "orders", "IndexName": "byOwner", "Limit": 4,
                        "Segment": {{segment}}, "TotalSegments": {{segments}} {{start}}
                    }
                    """);
                found.AddRange(Sorts(page).Split(' ', StringSplitOptions.RemoveEmptyEntries));
                last = page["LastEvaluatedKey"];
            }
            while (last is not null);
        }

        Assert.Equal(Enumerable.Range(0, 30).Where(sort => sort % 3 != 0), found.Select(int.Parse).Order());
    }

    [Fact]
    public async Task A_local_one_may_be_read_consistently()
    {
        await _dynamo.CreateOrdersAsync();
        await _dynamo.PutOrderAsync(1, "\"state\": {\"S\": \"open\"}");
        await _dynamo.PutOrderAsync(2, "");

        Assert.Equal("1", Sorts(await _dynamo.CallAsync(
            "Scan", """{"TableName": "orders", "IndexName": "byState", "ConsistentRead": true}""")));
    }

    [Theory]
    [InlineData("\"IndexName\": \"none\"", "The table does not have the specified index: none")]
    [InlineData("\"IndexName\": \"byOwner\", \"ConsistentRead\": true", "Consistent reads are not supported on global secondary indexes")]
    [InlineData("\"IndexName\": \"byOwner\", \"Select\": \"ALL_ATTRIBUTES\"",
        "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index byOwner "
        + "because its projection type is not ALL")]
    [InlineData("\"IndexName\": \"byOwner\", \"ExclusiveStartKey\": {\"pk\": {\"S\": \"p\"}, \"sk\": {\"N\": \"1\"}}",
        "The provided starting key is invalid")]
    [InlineData("\"IndexName\": \"byOwner\", \"ProjectionExpression\": \"note\"",
        "One or more parameter values were invalid: Global secondary index byOwner does not project [note]")]
    public async Task What_it_cannot_do_is_refused(string members, string message)
    {
        await _dynamo.CreateOrdersAsync(global: KeysOnly);

        Assert.Equal(message, (await _dynamo.RefusedAsync("Scan", $$"""{"TableName": "orders", {{members}} }""")).Message);
    }

    private static string Order(string owner, int date) =>
        $$"""
        "owner": {"S": "{{owner}}"}, "date": {"N": "{{date}}"}
        """;
}
