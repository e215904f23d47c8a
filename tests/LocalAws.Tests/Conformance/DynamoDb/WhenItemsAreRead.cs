using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using static LocalAws.Tests.Conformance.DynamoDb.Values;

namespace LocalAws.Tests.Conformance.DynamoDb;

public sealed class WhenItemsAreRead(ConformanceEndpoint endpoint)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("pk = :p", "0 1 2 3 4 5 6 7 8 9")]
    [InlineData("pk = :p AND sk = :three", "3")]
    [InlineData("pk = :p AND sk < :three", "0 1 2")]
    [InlineData("pk = :p AND sk >= :six", "6 7 8 9")]
    [InlineData("pk = :p AND sk BETWEEN :three AND :six", "3 4 5 6")]
    public async Task A_query_takes_a_range_of_sort_keys_in_their_order(string condition, string sorts)
    {
        var request = await TenAsync();
        request.KeyConditionExpression = condition;
        request.ExpressionAttributeValues = new() { [":p"] = S("p"), [":three"] = N("3"), [":six"] = N("6") };
        foreach (var unused in request.ExpressionAttributeValues.Keys.Where(value => !condition.Contains(value, StringComparison.Ordinal)).ToList())
        {
            request.ExpressionAttributeValues.Remove(unused);
        }

        Assert.Equal(sorts, Sorts((await endpoint.DynamoDb.QueryAsync(request, Cancellation)).Items));
    }

    [Fact]
    public async Task A_query_goes_backwards_and_in_pages()
    {
        var request = await TenAsync();
        request.ScanIndexForward = false;
        request.Limit = 6;

        var first = await endpoint.DynamoDb.QueryAsync(request, Cancellation);
        request.ExclusiveStartKey = first.LastEvaluatedKey;
        var second = await endpoint.DynamoDb.QueryAsync(request, Cancellation);

        Assert.Equal(("9 8 7 6 5 4", "3 2 1 0"), (Sorts(first.Items), Sorts(second.Items)));
        Assert.Empty(second.LastEvaluatedKey ?? []);
    }

    [Fact]
    public async Task A_filter_works_on_the_page_that_was_read()
    {
        var request = await TenAsync();
        request.Limit = 4;
        request.FilterExpression = "even = :yes";
        request.ExpressionAttributeValues[":yes"] = new AttributeValue { BOOL = true };

        var page = await endpoint.DynamoDb.QueryAsync(request, Cancellation);

        Assert.Equal(("0 2", 2, 4), (Sorts(page.Items), page.Count, page.ScannedCount));
        Assert.Equal("3", page.LastEvaluatedKey["sk"].N);
    }

    [Fact]
    public async Task A_projection_takes_parts_and_a_count_takes_none()
    {
        var request = await TenAsync();
        request.ProjectionExpression = "sk, doc.deep[1]";
        var projected = await endpoint.DynamoDb.QueryAsync(request, Cancellation);
        request.ProjectionExpression = null;
        request.Select = Select.COUNT;
        var counted = await endpoint.DynamoDb.QueryAsync(request, Cancellation);

        Assert.Equal(["doc", "sk"], projected.Items[0].Keys.Order(StringComparer.Ordinal));
        Assert.Equal("one", Assert.Single(projected.Items[0]["doc"].M["deep"].L).S);
        Assert.Equal(10, counted.Count);
        Assert.Empty(counted.Items ?? []);
    }

    [Fact]
    public async Task Segments_of_a_scan_share_out_all_items()
    {
        var table = await endpoint.CreateTableAsync();
        for (var i = 0; i < 20; i++)
        {
            await endpoint.DynamoDb.PutItemAsync(table, Key($"p{i}", i), Cancellation);
        }

        var segments = await Task.WhenAll(Enumerable.Range(0, 4).Select(segment => endpoint.DynamoDb.ScanAsync(
            new ScanRequest(table) { Segment = segment, TotalSegments = 4 }, Cancellation)));

        var keys = segments.SelectMany(segment => segment.Items ?? []).Select(item => item["pk"].S).ToList();
        Assert.Equal((20, 20), (keys.Count, keys.Distinct().Count()));
    }

    [Fact]
    public async Task A_batch_reads_what_there_is()
    {
        var request = await TenAsync();

        var answer = await endpoint.DynamoDb.BatchGetItemAsync(
            new BatchGetItemRequest(new Dictionary<string, KeysAndAttributes>
            {
                [request.TableName] = new() { Keys = [Key("p", 1), Key("p", 2), Key("nowhere")], ProjectionExpression = "sk" },
            }),
            Cancellation);

        Assert.Equal(["1", "2"], answer.Responses[request.TableName].Select(item => item["sk"].N).Order(StringComparer.Ordinal));
        Assert.Empty(answer.UnprocessedKeys ?? []);
    }

    [Fact]
    public async Task A_batch_has_each_key_once()
    {
        var request = new BatchGetItemRequest(new Dictionary<string, KeysAndAttributes>
        {
            [await endpoint.CreateTableAsync()] = new() { Keys = [Key("p"), Key("p")] },
        });

        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => endpoint.DynamoDb.BatchGetItemAsync(request, Cancellation));

        Assert.Equal("Provided list of item keys contains duplicates", error.Message);
    }

    private static string Sorts(IEnumerable<Dictionary<string, AttributeValue>> items) =>
        string.Join(' ', items.Select(item => item["sk"].N));

    /// <summary>Ten items of one partition, and a query for them all.</summary>
    private async Task<QueryRequest> TenAsync()
    {
        var table = await endpoint.CreateTableAsync();
        var puts = Enumerable.Range(0, 10).Select(sort => new Dictionary<string, AttributeValue>(Key("p", sort))
        {
            ["even"] = new() { BOOL = sort % 2 == 0 },
            ["doc"] = Map("deep", List(S("zero"), S("one"))),
        });
        await endpoint.DynamoDb.BatchWriteItemAsync(
            new BatchWriteItemRequest(new Dictionary<string, List<WriteRequest>>
            {
                [table] = [.. puts.Select(item => new WriteRequest(new PutRequest(item)))],
            }),
            Cancellation);
        return new QueryRequest(table) { KeyConditionExpression = "pk = :p", ExpressionAttributeValues = new() { [":p"] = S("p") } };
    }
}
