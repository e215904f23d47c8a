using System.Text.Json.Nodes;
using static LocalAws.Tests.DynamoDb.Indexes.IndexSpec;

namespace LocalAws.Tests.DynamoDb.Indexes;

public sealed class WhenAnIndexIsQueried
{
    private readonly Dynamo _dynamo = new();

    [Theory]
    [InlineData("", "2 1 3")]
    [InlineData(", \"ScanIndexForward\": false", "3 1 2")]
    public async Task It_has_the_items_of_its_partition_key_in_the_order_of_its_sort_key(string more, string sorts)
    {
        await PutThreeAsync();

        Assert.Equal(sorts, Sorts(await _dynamo.QueryOwnerAsync(more)));
    }

    [Fact]
    public async Task A_condition_on_its_sort_key_takes_a_range()
    {
        await PutThreeAsync();

        var found = await _dynamo.CallAsync("Query", """
            {
                "TableName": "orders", "IndexName": "byOwner", "KeyConditionExpression": "#o = :o AND #d BETWEEN :low AND :high",
                "ExpressionAttributeNames": {"#o": "owner", "#d": "date"},
                "ExpressionAttributeValues": {":o": {"S": "ann"}, ":low": {"N": "15"}, ":high": {"N": "30"}}
            }
            """);

        Assert.Equal("1 3", Sorts(found));
    }

    [Fact]
    public async Task Items_without_its_key_attributes_are_not_in_it()
    {
        await _dynamo.CreateOrdersAsync();
        await _dynamo.PutOrderAsync(1, "\"owner\": {\"S\": \"ann\"}");
        await _dynamo.PutOrderAsync(2, "\"date\": {\"N\": \"5\"}");
        await _dynamo.PutOrderAsync(3, Order("ann", 7));

        Assert.Equal("3", Sorts(await _dynamo.QueryOwnerAsync()));
    }

    [Fact]
    public async Task Several_items_may_have_the_same_index_key()
    {
        await _dynamo.CreateOrdersAsync();
        foreach (var sort in new[] { 3, 1, 2 })
        {
            await _dynamo.PutOrderAsync(sort, Order("ann", 7));
        }

        Assert.Equal("1 2 3", Sorts(await _dynamo.QueryOwnerAsync()));
    }

    [Theory]
    [InlineData("true", "1 2 3 4 5 6 7")]
    [InlineData("false", "7 6 5 4 3 2 1")]
    public async Task A_page_ends_with_the_keys_of_the_table_and_the_index(string isForward, string sorts)
    {
        await _dynamo.CreateOrdersAsync();
        for (var sort = 1; sort <= 7; sort++)
        {
            await _dynamo.PutOrderAsync(sort, Order("ann", 10 + (sort / 3)));
        }

        var pages = new List<string>();
        JsonNode? last = null;
        do
        {
            var start = last is null ? "" : $", \"ExclusiveStartKey\": {last.ToJsonString()}";
            var page = await _dynamo.QueryOwnerAsync($", \"Limit\": 2, \"ScanIndexForward\": {isForward}{start}");
            pages.Add(Sorts(page));
            last = page["LastEvaluatedKey"];
            Assert.True(last is null || last.AsObject().Select(key => key.Key).Order().SequenceEqual(["date", "owner", "pk", "sk"]));
        }
        while (last is not null);

        Assert.Equal(sorts, string.Join(' ', pages));
    }

    [Theory]
    [InlineData(All, "owner date pk sk amount note")]
    [InlineData(KeysOnly, "owner date pk sk")]
    [InlineData(Include, "owner date pk sk amount")]
    public async Task It_has_what_it_projects(string projection, string names)
    {
        await _dynamo.CreateOrdersAsync(global: projection);
        await _dynamo.PutOrderAsync(1, Order("ann", 7, "\"amount\": {\"N\": \"5\"}, \"note\": {\"S\": \"n\"}"));

        var found = await _dynamo.QueryOwnerAsync();

        Assert.Equal(
            names.Split(' ').Order(), found["Items"]![0]!.AsObject().Select(attribute => attribute.Key).Order());
    }

    [Fact]
    public async Task It_follows_every_write()
    {
        await PutThreeAsync();
        await _dynamo.CallAsync("UpdateItem", Update(1, "SET #o = :v", "\"#o\": \"owner\"", "{\"S\": \"bob\"}"));
        await _dynamo.CallAsync("UpdateItem", Update(2, "SET #d = :v", "\"#d\": \"date\"", "{\"N\": \"99\"}"));
        await _dynamo.PutOrderAsync(3, "");
        await _dynamo.CallAsync("TransactWriteItems", $$$$"""
            {"TransactItems": [{"Put": {"TableName": "orders", "Item": {"pk": {"S": "p"}, "sk": {"N": "4"}, {{{{Order("ann", 1)}}}}}}}]}
            """);

        Assert.Equal("4 2", Sorts(await _dynamo.QueryOwnerAsync()));
        Assert.Equal("1", Sorts(await _dynamo.QueryOwnerAsync(owner: "bob")));

        await _dynamo.CallAsync("DeleteItem", """{"TableName": "orders", "Key": {"pk": {"S": "p"}, "sk": {"N": "4"}}}""");
        Assert.Equal("2", Sorts(await _dynamo.QueryOwnerAsync()));
    }

    [Fact]
    public async Task What_has_expired_is_gone_from_it()
    {
        await PutThreeAsync();
        await _dynamo.CallAsync("UpdateTimeToLive", """
            {"TableName": "orders", "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "ends"}}
            """);
        var expiry = _dynamo.Time.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds();
        await _dynamo.PutOrderAsync(1, Order("ann", 20, $"\"ends\": {{\"N\": \"{expiry}\"}}"));

        _dynamo.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("2 3", Sorts(await _dynamo.QueryOwnerAsync()));

        // A write in its place does not see it, and neither may the index afterwards.
        await _dynamo.PutOrderAsync(1, Order("bob", 20));
        Assert.Equal("2 3", Sorts(await _dynamo.QueryOwnerAsync()));
        Assert.Equal(4, (int)(await _dynamo.DescribeAsync("orders"))["GlobalSecondaryIndexes"]![0]!["ItemCount"]!);
    }

    [Fact]
    public async Task A_filter_works_on_what_was_read()
    {
        await PutThreeAsync();

        var found = await _dynamo.CallAsync("Query", """
            {
                "TableName": "orders", "IndexName": "byOwner", "KeyConditionExpression": "#o = :o", "FilterExpression": "sk > :one",
                "ExpressionAttributeNames": {"#o": "owner"}, "ExpressionAttributeValues": {":o": {"S": "ann"}, ":one": {"N": "1"}}
            }
            """);

        Assert.Equal(("2 3", 2, 3), (Sorts(found), (int)found["Count"]!, (int)found["ScannedCount"]!));
    }

    [Theory]
    [InlineData("ALL_ATTRIBUTES", "pk sk state note")]
    [InlineData("ALL_PROJECTED_ATTRIBUTES", "pk sk state")]
    [InlineData(null, "pk sk state")]
    public async Task A_local_one_fetches_the_rest_from_its_table(string? select, string names)
    {
        await _dynamo.CreateOrdersAsync(local: KeysOnly);
        await _dynamo.PutOrderAsync(1, "\"state\": {\"S\": \"open\"}, \"note\": {\"S\": \"n\"}");

        var found = await _dynamo.QueryStatesAsync(
            ", \"ConsistentRead\": true" + (select is null ? "" : $", \"Select\": \"{select}\""));
        var projected = await _dynamo.QueryStatesAsync(", \"ProjectionExpression\": \"note\"");

        Assert.Equal(names.Split(' ').Order(), found["Items"]![0]!.AsObject().Select(attribute => attribute.Key).Order());
        Dynamo.AssertJson("""[{"note": {"S": "n"}}]""", projected["Items"]);
    }

    private static string Order(string owner, int date, string more = "") =>
        $$"""
        "owner": {"S": "{{owner}}"}, "date": {"N": "{{date}}"}{{(more.Length > 0 ? ", " + more : "")}}
        """;

    private static string Update(int sort, string expression, string names, string value) => $$$$"""
        {
            "TableName": "orders", "Key": {"pk": {"S": "p"}, "sk": {"N": "{{{{sort}}}}"}}, "UpdateExpression": "{{{{expression}}}}",
            "ExpressionAttributeNames": { {{{{names}}}} }, "ExpressionAttributeValues": {":v": {{{{value}}}}}
        }
        """;

    private async Task PutThreeAsync()
    {
        await _dynamo.CreateOrdersAsync();
        await _dynamo.PutOrderAsync(1, Order("ann", 20));
        await _dynamo.PutOrderAsync(2, Order("ann", 10));
        await _dynamo.PutOrderAsync(3, Order("ann", 30));
        await _dynamo.PutOrderAsync(9, Order("eve", 15));
    }
}
