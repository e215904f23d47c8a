using static LocalAws.Tests.DynamoDb.Indexes.IndexSpec;

namespace LocalAws.Tests.DynamoDb.Indexes;

public sealed class WhenAnIndexIsMadeWithItsTable
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string Capacity = """{"ReadCapacityUnits": 2, "WriteCapacityUnits": 3}""";

    private static readonly string OneLocal = Index("byA", Key("pk", "a"));

    private readonly Dynamo _dynamo = new();

    [Fact]
    public async Task It_is_described_with_it()
    {
        await _dynamo.CreateOrdersAsync(global: Include);
        await _dynamo.PutOrderAsync(1, """
            "owner": {"S": "ann"}, "date": {"N": "7"}, "note": {"S": "left out"}
            """);

        var table = await _dynamo.DescribeAsync("orders");

        Dynamo.AssertJson(
            $$"""
            [{
                "IndexName": "byOwner", "KeySchema": [{{Key("owner", "date")}}], "Projection": {{Include}}, "IndexStatus": "ACTIVE",
                "ProvisionedThroughput": {"ReadCapacityUnits": 0, "WriteCapacityUnits": 0, "NumberOfDecreasesToday": 0},
                "WarmThroughput": {"ReadUnitsPerSecond": 12000, "WriteUnitsPerSecond": 4000, "Status": "ACTIVE"},
                "IndexSizeBytes": 21, "ItemCount": 1, "IndexArn": "arn:aws:dynamodb:us-east-1:000000000000:table/orders/index/byOwner"
            }]
            """,
            table["GlobalSecondaryIndexes"]);
        Dynamo.AssertJson(
            $$"""
            [{
                "IndexName": "byState", "KeySchema": [{{Key("pk", "state")}}], "Projection": {{All}},
                "IndexSizeBytes": 0, "ItemCount": 0, "IndexArn": "arn:aws:dynamodb:us-east-1:000000000000:table/orders/index/byState"
            }]
            """,
            table["LocalSecondaryIndexes"]);
        Assert.Equal(
            ["date", "owner", "pk", "sk", "state"],
            table["AttributeDefinitions"]!.AsArray().Select(definition => (string)definition!["AttributeName"]!).Order());
    }

    [Fact]
    public async Task A_table_with_capacity_gives_it_capacity_of_its_own()
    {
        await _dynamo.CallAsync("CreateTable", $$"""
            {
                "TableName": "things", "ProvisionedThroughput": {{Capacity}}, "KeySchema": [{{Key("pk")}}],
                "AttributeDefinitions": [{{Definitions("pk:S a:S")}}],
                "GlobalSecondaryIndexes": [{
                    "IndexName": "byA", "KeySchema": [{{Key("a")}}], "Projection": {{All}}, "ProvisionedThroughput": {{Capacity}}
                }]
            }
            """);

        var index = (await _dynamo.DescribeAsync("things"))["GlobalSecondaryIndexes"]![0]!;
        Assert.Equal(2, (int)index["ProvisionedThroughput"]!["ReadCapacityUnits"]!);
    }

    public static TheoryData<string, string> RefusedGlobals => new()
    {
        { "", $"{Invalid}List of GlobalSecondaryIndexes is empty" },
        { Index("byA", Key("a"), """{"ProjectionType": "INCLUDE"}"""),
            $"{Invalid}ProjectionType is INCLUDE, but NonKeyAttributes is not specified" },
        { Index("byA", Key("a"), """{"ProjectionType": "ALL", "NonKeyAttributes": ["x"]}"""),
            $"{Invalid}ProjectionType is ALL, but NonKeyAttributes is specified" },
        { Index("byA", Key("a"), """{"ProjectionType": "INCLUDE", "NonKeyAttributes": ["x", "x"]}"""),
            $"{Invalid}Duplicate element in NonKeyAttributes: x" },
        { Index("byA", Key("a"), "{}"), $"{Invalid}Unknown ProjectionType: null" },
        { Index("byA", Key("a"), """{"ProjectionType": "SOME", "NonKeyAttributes": []}"""),
            "2 validation errors detected: Value 'SOME' at 'globalSecondaryIndexes.1.member.projection.projectionType' failed to satisfy "
            + "constraint: Member must satisfy enum value set: [ALL, INCLUDE, KEYS_ONLY]; Value '[]' at "
            + "'globalSecondaryIndexes.1.member.projection.nonKeyAttributes' failed to satisfy constraint: "
            + "Member must have length greater than or equal to 1" },
        { "{}", "3 validation errors detected: Value null at 'globalSecondaryIndexes.1.member.projection' failed to satisfy constraint: "
            + "Member must not be null; Value null at 'globalSecondaryIndexes.1.member.indexName' failed to satisfy constraint: "
            + "Member must not be null; Value null at 'globalSecondaryIndexes.1.member.keySchema' failed to satisfy constraint: "
            + "Member must not be null" },
        { Index("a b", Key("a")), "1 validation error detected: Value 'a b' at 'globalSecondaryIndexes.1.member.indexName' "
            + "failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+" },
        { Index("byA", Key("x")), $"{Invalid}Some index key attributes are not defined in AttributeDefinitions. "
            + "Keys: [x], AttributeDefinitions: [pk, sk, a]" },
        { Index("byA", Key("a", "a")), "Both the Hash Key and the Range Key element in the KeySchema have the same name" },
        { Index("byA", Key("pk")),
            $"{Invalid}Some AttributeDefinitions are not used. AttributeDefinitions: [pk, sk, a], keys used: [pk, sk]" },
        { $"{Index("byA", Key("a"))}, {Index("byA", Key("a"))}", $"{Invalid}Duplicate index name: byA" },
        { Index("byA", Key("a"), All, $", \"ProvisionedThroughput\": {Capacity}"),
            $"{Invalid}ProvisionedThroughput should not be specified for index: byA when BillingMode is PAY_PER_REQUEST" },
        { string.Join(", ", Enumerable.Range(0, 21).Select(number => Index($"index{number}", Key("a")))),
            $"{Invalid}GlobalSecondaryIndex count exceeds the per-table limit of 20" },
        { string.Join(", ", Enumerable.Range(0, 6).Select(number => Index($"index{number}", Key("a"), Included(number == 0 ? 1 : 20)))),
            $"{Invalid}Number of NonKeyAttributes in all secondary indexes exceeds per-table limit of 100" },
    };

    [Theory]
    [MemberData(nameof(RefusedGlobals))]
    public async Task A_global_one_that_makes_no_sense_is_refused(string indexes, string message) =>
        Assert.Equal(message, await RefusalAsync($"\"GlobalSecondaryIndexes\": [{indexes}]"));

    public static TheoryData<string, string> RefusedLocals => new()
    {
        { "", $"{Invalid}List of LocalSecondaryIndexes is empty" },
        { Index("byA", Key("pk")), $"{Invalid}Index KeySchema does not have a range key for index: byA" },
        { Index("byA", Key("sk", "a")),
            $"{Invalid}Index KeySchema does not have the same leading hash key as table KeySchema for index: byA. "
            + "index hash key: sk, table hash key: pk" },
        { string.Join(", ", Enumerable.Range(0, 6).Select(number => Index($"index{number}", Key("pk", "a")))),
            $"{Invalid}Number of LocalSecondaryIndexes exceeds per-table limit of 5" },
    };

    [Theory]
    [MemberData(nameof(RefusedLocals))]
    public async Task A_local_one_that_makes_no_sense_is_refused(string indexes, string message) =>
        Assert.Equal(message, await RefusalAsync($"\"LocalSecondaryIndexes\": [{indexes}]"));

    [Fact]
    public async Task Names_are_shared_by_local_and_global_ones() => Assert.Equal(
        $"{Invalid}Duplicate index name: byA",
        await RefusalAsync($"\"LocalSecondaryIndexes\": [{OneLocal}], \"GlobalSecondaryIndexes\": [{Index("byA", Key("a"))}]"));

    [Fact]
    public async Task A_local_one_needs_a_table_with_a_sort_key() => Assert.Equal(
        $"{Invalid}Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex",
        (await _dynamo.RefusedAsync("CreateTable", $$"""
            {
                "TableName": "things", "BillingMode": "PAY_PER_REQUEST", "KeySchema": [{{Key("pk")}}],
                "AttributeDefinitions": [{{Definitions("pk:S a:S")}}], "LocalSecondaryIndexes": [{{OneLocal}}]
            }
            """)).Message);

    private static string Index(string name, string keys, string projection = All, string more = "") =>
        $$"""{"IndexName": "{{name}}", "KeySchema": [{{keys}}], "Projection": {{projection}} {{more}}}""";

    private static string Included(int count)
    {
        var names = Enumerable.Range(0, count).Select(number => $"\"x{number}\"");
        return $$"""{"ProjectionType": "INCLUDE", "NonKeyAttributes": [{{string.Join(", ", names)}}]}""";
    }

    private async Task<string> RefusalAsync(string indexes) => (await _dynamo.RefusedAsync("CreateTable", $$"""
        {
            "TableName": "things", "BillingMode": "PAY_PER_REQUEST", "KeySchema": [{{Key("pk", "sk")}}],
            "AttributeDefinitions": [{{Definitions("pk:S sk:S a:S")}}], {{indexes}}
        }
        """)).Message;
}
