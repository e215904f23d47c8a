using System.Text.Json.Nodes;
using static LocalAws.Tests.DynamoDb.Indexes.IndexSpec;

namespace LocalAws.Tests.DynamoDb.Indexes;

public sealed class WhenAnIndexIsAddedToATable
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string OneAtATime =
        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table";

    private readonly Dynamo _dynamo = new();

    [Fact]
    public async Task It_gets_the_items_that_are_there_and_fit()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", """{"pk": {"S": "a"}, "x": {"S": "1"}}""");
        await _dynamo.PutAsync("things", """{"pk": {"S": "b"}, "x": {"N": "1"}}""");
        await _dynamo.PutAsync("things", """{"pk": {"S": "c"}, "x": {"S": ""}}""");
        await _dynamo.PutAsync("things", """{"pk": {"S": "d"}}""");
        await _dynamo.PutAsync("things", $$$$"""{"pk": {"S": "e"}, "x": {"S": "{{{{new string('x', 2049)}}}}"}}""");

        var changing = (await AddAsync("things", "byX", "x:S", Key("x")))["TableDescription"]!;

        var table = await _dynamo.DescribeAsync("things");
        var found = await _dynamo.CallAsync("Scan", """{"TableName": "things", "IndexName": "byX"}""");
        Dynamo.AssertJson("""[{"pk": {"S": "a"}, "x": {"S": "1"}}]""", found["Items"]);
        Assert.Equal(("UPDATING", "CREATING"),
            ((string?)changing["TableStatus"], (string?)changing["GlobalSecondaryIndexes"]![0]!["IndexStatus"]));
        Assert.Equal(("ACTIVE", "ACTIVE"),
            ((string?)table["TableStatus"], (string?)table["GlobalSecondaryIndexes"]![0]!["IndexStatus"]));
        Dynamo.AssertJson($"[{Definitions("pk:S x:S")}]", table["AttributeDefinitions"]);
    }

    [Fact]
    public async Task What_does_not_fit_it_can_still_be_updated_elsewhere_but_not_put_again()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", """{"pk": {"S": "a"}, "x": {"N": "1"}}""");
        await AddAsync("things", "byX", "x:S", Key("x"));

        await _dynamo.CallAsync("UpdateItem", """
            {
                "TableName": "things", "Key": {"pk": {"S": "a"}}, "UpdateExpression": "SET y = :y",
                "ExpressionAttributeValues": {":y": {"N": "1"}}
            }
            """);
        var put = await _dynamo.RefusedAsync("PutItem", """{"TableName": "things", "Item": {"pk": {"S": "a"}, "x": {"N": "1"}}}""");

        Assert.Equal($"{Invalid}Type mismatch for Index Key x Expected: S Actual: N IndexName: byX", put.Message);
    }

    [Fact]
    public async Task It_can_be_deleted_and_its_key_be_anything_again()
    {
        await _dynamo.CreateOrdersAsync();

        await ChangeAsync("orders", """{"Delete": {"IndexName": "byOwner"}}""");
        await _dynamo.PutOrderAsync(1, "\"owner\": {\"N\": \"1\"}");

        var table = await _dynamo.DescribeAsync("orders");
        Assert.Null(table["GlobalSecondaryIndexes"]);
        Dynamo.AssertJson($"[{Definitions("pk:S sk:N state:S")}]", table["AttributeDefinitions"]);
        Assert.Equal(
            "The table does not have the specified index: byOwner",
            (await _dynamo.RefusedAsync("Scan", """{"TableName": "orders", "IndexName": "byOwner"}""")).Message);
    }

    [Fact]
    public async Task Its_capacity_can_be_changed_and_goes_with_that_of_the_table()
    {
        const string Two = """{"ReadCapacityUnits": 2, "WriteCapacityUnits": 2}""";
        await _dynamo.CreateOrdersAsync();
        var missing = await _dynamo.RefusedAsync("UpdateTable", $$"""
            {"TableName": "orders", "BillingMode": "PROVISIONED", "ProvisionedThroughput": {{Two}}}
            """);

        await _dynamo.CallAsync("UpdateTable", $$"""
            {
                "TableName": "orders", "BillingMode": "PROVISIONED", "ProvisionedThroughput": {{Two}},
                "GlobalSecondaryIndexUpdates": [{"Update": {"IndexName": "byOwner", "ProvisionedThroughput": {{Two}} } }]
            }
            """);
        var provisioned = await UnitsAsync();
        await _dynamo.CallAsync("UpdateTable", """{"TableName": "orders", "BillingMode": "PAY_PER_REQUEST"}""");

        Assert.Equal($"{Invalid}ProvisionedThroughput must be specified for index: byOwner", missing.Message);
        Assert.Equal((2, 0), (provisioned, await UnitsAsync()));

        async Task<int> UnitsAsync() => (int)(await _dynamo.DescribeAsync("orders"))
            ["GlobalSecondaryIndexes"]![0]!["ProvisionedThroughput"]!["ReadCapacityUnits"]!;
    }

    public static TheoryData<string, string, string, string> Refused => new()
    {
        { Create("byOwner", Key("x")), "x:S", "ValidationException", "Attempting to create an index which already exists" },
        { Create("byState", Key("x")), "x:S", "ValidationException", "Attempting to create an index which already exists" },
        { Create("byX", Key("x")), "y:S", "ValidationException",
            $"{Invalid}Some index key attributes are not defined in AttributeDefinitions. Keys: [x], AttributeDefinitions: [y]" },
        { Create("byX", Key("x")), "", "ValidationException", $"{Invalid}AttributeDefinitions is not specified for index: byX" },
        { Create("byX", Key("owner")), "owner:N", "ValidationException",
            $"{Invalid}Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. "
            + "Existing schema: Schema:[SchemaElement: key{owner:S:HASH}] New schema: Schema:[SchemaElement: key{owner:N:HASH}]" },
        { "{}", "x:S", "ValidationException", $"{Invalid}One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, "
            + "GlobalSecondaryIndexUpdate.Delete must not be null" },
        {
            """
            {
                "Delete": {"IndexName": "byOwner"},
                "Update": {"IndexName": "byOwner", "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}
            }
            """,
            "x:S", "ValidationException",
            $"{Invalid}Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object"
        },
        { $"{Create("byX", Key("x"))}, {Create("byX", Key("x"))}", "x:S", "ValidationException",
            $"{Invalid}Only one global secondary index update per index is allowed simultaneously. Index: byX" },
        { $"{Create("byX", Key("x"))}, {Create("byY", Key("x"))}", "x:S", "LimitExceededException", OneAtATime },
        { $"{Create("byX", Key("x"))}, {Delete("byOwner")}", "x:S", "LimitExceededException", OneAtATime },
        { Delete("byX"), "x:S", "ResourceNotFoundException", "Requested resource not found: Index byX for table orders" },
        { Delete("byState"), "x:S", "ValidationException", "Cannot delete an index that is not a GlobalSecondaryIndex: byState" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_changed_is_refused_and_nothing_has_changed(
        string updates, string definitions, string code, string message)
    {
        await _dynamo.CreateOrdersAsync();
        var before = await _dynamo.DescribeAsync("orders");

        var refusal = await _dynamo.RefusedAsync("UpdateTable", Request("orders", definitions, updates));

        Assert.Equal((code, message), (refusal.Code, refusal.Message));
        Dynamo.AssertJson(before.ToJsonString(), await _dynamo.DescribeAsync("orders"));
    }

    [Fact]
    public async Task Nothing_is_lost_while_others_write()
    {
        await _dynamo.CreateTableAsync("things");
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                await _dynamo.PutAsync("things", $$$$"""{"pk": {"S": "{{{{i % 50}}}} {{{{writer}}}}"}, "x": {"S": "{{{{i}}}}"}}""");
            }
        })));
        await AddAsync("things", "byX", "x:S", Key("x"));
        await writing;

        var items = await ScanAsync("");
        Assert.Equal(200, items.Count);
        Assert.Equal(items, await ScanAsync(", \"IndexName\": \"byX\""));

        async Task<List<string>> ScanAsync(string index) =>
        [
            .. (await _dynamo.CallAsync("Scan", $$"""{"TableName": "things" {{index}} }"""))["Items"]!.AsArray()
                .Select(item => $"{item!["pk"]!["S"]} {item["x"]!["S"]}").Order(StringComparer.Ordinal),
        ];
    }

    private static string Create(string name, string keys) =>
        $$"""{"Create": {"IndexName": "{{name}}", "KeySchema": [{{keys}}], "Projection": {{All}} } }""";

    private static string Delete(string name) => $$$"""{"Delete": {"IndexName": "{{{name}}}"}}""";

    private static string Request(string table, string definitions, string updates) => $$"""
        {
            "TableName": "{{table}}", "AttributeDefinitions": [{{(definitions.Length == 0 ? "" : Definitions(definitions))}}],
            "GlobalSecondaryIndexUpdates": [{{updates}}]
        }
        """;

    private Task<JsonNode> AddAsync(string table, string name, string definitions, string keys) =>
        _dynamo.CallAsync("UpdateTable", Request(table, definitions, Create(name, keys)));

    private Task<JsonNode> ChangeAsync(string table, string updates) => _dynamo.CallAsync("UpdateTable", Request(table, "", updates));
}
