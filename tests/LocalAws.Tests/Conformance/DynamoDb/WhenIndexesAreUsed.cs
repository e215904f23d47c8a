using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using static LocalAws.Tests.Conformance.DynamoDb.Values;

namespace LocalAws.Tests.Conformance.DynamoDb;

public sealed class WhenIndexesAreUsed(ConformanceEndpoint endpoint)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "2 1 3")]
    [InlineData(false, "3 1 2")]
    public async Task A_global_one_has_the_items_with_its_keys_in_the_order_of_its_sort_key(bool isForward, string sorts)
    {
        var request = await QueryOwnerAsync();
        request.ScanIndexForward = isForward;

        Assert.Equal(sorts, Sorts((await endpoint.DynamoDb.QueryAsync(request, Cancellation)).Items));
    }

    [Fact]
    public async Task A_page_ends_with_both_keys_and_the_next_goes_on_from_there()
    {
        var request = await QueryOwnerAsync();
        request.Limit = 2;

        var first = await endpoint.DynamoDb.QueryAsync(request, Cancellation);
        request.ExclusiveStartKey = first.LastEvaluatedKey;
        var second = await endpoint.DynamoDb.QueryAsync(request, Cancellation);

        Assert.Equal(["date", "owner", "pk", "sk"], first.LastEvaluatedKey.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("2 1", "3"), (Sorts(first.Items), Sorts(second.Items)));
    }

    [Fact]
    public async Task A_local_one_is_sparse_too_and_may_be_read_consistently()
    {
        var table = await FilledAsync();

        var found = await endpoint.DynamoDb.QueryAsync(
            new QueryRequest(table)
            {
                IndexName = "byState",
                ConsistentRead = true,
                KeyConditionExpression = "pk = :p",
                ExpressionAttributeValues = new() { [":p"] = S("p") },
            },
            Cancellation);

        Assert.Equal("3 1", Sorts(found.Items));
    }

    [Fact]
    public async Task It_has_what_it_projects()
    {
        var found = await endpoint.DynamoDb.QueryAsync(await QueryOwnerAsync(), Cancellation);

        Assert.All(found.Items, item => Assert.Equal(["amount", "date", "owner", "pk", "sk"], item.Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task It_is_scanned()
    {
        var table = await FilledAsync();

        var found = await endpoint.DynamoDb.ScanAsync(new ScanRequest(table) { IndexName = "byOwner" }, Cancellation);

        Assert.Equal(3, found.Count);
    }

    [Fact]
    public async Task A_global_one_is_not_read_consistently()
    {
        var request = await QueryOwnerAsync();
        request.ConsistentRead = true;

        Assert.Equal("Consistent reads are not supported on global secondary indexes", await RefusalAsync(request));
    }

    [Fact]
    public async Task A_global_one_has_no_more_than_it_projects()
    {
        Differences.UnprojectedAttributes.Skip(endpoint);
        var request = await QueryOwnerAsync();
        request.Select = Select.ALL_ATTRIBUTES;

        Assert.Equal(
            "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index byOwner "
            + "because its projection type is not ALL",
            await RefusalAsync(request));
    }

    [Fact]
    public async Task No_other_one_is_there()
    {
        Differences.MissingIndex.Skip(endpoint);
        var request = await QueryOwnerAsync();
        request.IndexName = "byNothing";

        Assert.Contains("The table does not have the specified index", await RefusalAsync(request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_key_has_the_type_it_was_defined_with()
    {
        Differences.IndexKeyOfWrongType.Skip(endpoint);
        var table = await FilledAsync();

        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => endpoint.DynamoDb.PutItemAsync(table, Item("p", "owner", N("1")), Cancellation));

        Assert.Equal(
            "One or more parameter values were invalid: Type mismatch for Index Key owner Expected: S Actual: N IndexName: byOwner",
            error.Message);
    }

    [Fact]
    public async Task One_that_is_added_has_the_items_that_were_there()
    {
        var table = await FilledAsync();
        await endpoint.DynamoDb.UpdateTableAsync(
            new UpdateTableRequest
            {
                TableName = table,
                AttributeDefinitions = [new("note", ScalarAttributeType.S)],
                GlobalSecondaryIndexUpdates =
                [
                    new()
                    {
                        Create = new()
                        {
                            IndexName = "byNote",
                            KeySchema = [new("note", KeyType.HASH)],
                            Projection = new() { ProjectionType = ProjectionType.ALL },
                        },
                    },
                ],
            },
            Cancellation);
        while ((await DescribeAsync(table)).GlobalSecondaryIndexes.Any(index => index.IndexStatus != IndexStatus.ACTIVE))
        {
            await Task.Yield();
        }

        Assert.Equal(3, (await endpoint.DynamoDb.ScanAsync(new ScanRequest(table) { IndexName = "byNote" }, Cancellation)).Count);

        await endpoint.DynamoDb.UpdateTableAsync(
            new UpdateTableRequest { TableName = table, GlobalSecondaryIndexUpdates = [new() { Delete = new() { IndexName = "byNote" } }] },
            Cancellation);
        while ((await DescribeAsync(table)).GlobalSecondaryIndexes.Any(index => index.IndexName == "byNote"))
        {
            await Task.Yield();
        }
    }

    private static string Sorts(IEnumerable<Dictionary<string, AttributeValue>> items) =>
        string.Join(' ', items.Select(item => item["sk"].N));

    private async Task<TableDescription> DescribeAsync(string table) =>
        (await endpoint.DynamoDb.DescribeTableAsync(table, Cancellation)).Table;

    private async Task<string> RefusalAsync(QueryRequest request) =>
        (await Assert.ThrowsAsync<AmazonDynamoDBException>(() => endpoint.DynamoDb.QueryAsync(request, Cancellation))).Message;

    private async Task<QueryRequest> QueryOwnerAsync() => new(await FilledAsync())
    {
        IndexName = "byOwner",
        KeyConditionExpression = "#o = :o",
        ExpressionAttributeNames = new() { ["#o"] = "owner" },
        ExpressionAttributeValues = new() { [":o"] = S("ann") },
    };

    /// <summary>A table with two indexes and four items, of which each index has some.</summary>
    private async Task<string> FilledAsync()
    {
        var table = await endpoint.CreateTableAsync(request =>
        {
            request.AttributeDefinitions.AddRange(
                [new("owner", ScalarAttributeType.S), new("date", ScalarAttributeType.N), new("state", ScalarAttributeType.S)]);
            request.GlobalSecondaryIndexes =
            [
                new()
                {
                    IndexName = "byOwner",
                    KeySchema = [new("owner", KeyType.HASH), new("date", KeyType.RANGE)],
                    Projection = new() { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = ["amount"] },
                },
            ];
            request.LocalSecondaryIndexes =
            [
                new()
                {
                    IndexName = "byState",
                    KeySchema = [new("pk", KeyType.HASH), new("state", KeyType.RANGE)],
                    Projection = new() { ProjectionType = ProjectionType.ALL },
                },
            ];
        });
        foreach (var (sort, date, state) in new[] { (1, 20, "open"), (2, 10, null), (3, 30, "new") })
        {
            var item = Key("p", sort);
            item["owner"] = S("ann");
            item["date"] = N(date.ToString(CultureInfo.InvariantCulture));
            item["amount"] = N("5");
            item["note"] = S("n");
            if (state is not null)
            {
                item["state"] = S(state);
            }

            await endpoint.DynamoDb.PutItemAsync(table, item, Cancellation);
        }

        await endpoint.DynamoDb.PutItemAsync(table, Key("p", 4), Cancellation);
        return table;
    }
}
