using System.Text.Json.Nodes;

namespace LocalAws.Tests.DynamoDb.Indexes;

/// <summary>A table of orders (<c>pk</c>, <c>sk</c>) that is also asked for by owner and date, and by state within a partition.</summary>
internal static class IndexSpec
{
    public const string All = """{"ProjectionType": "ALL"}""";
    public const string KeysOnly = """{"ProjectionType": "KEYS_ONLY"}""";
    public const string Include = """{"ProjectionType": "INCLUDE", "NonKeyAttributes": ["amount"]}""";

    /// <summary>Makes the table <c>orders</c> with the global index <c>byOwner</c> and the local index <c>byState</c>.</summary>
    public static Task CreateOrdersAsync(this Dynamo dynamo, string global = All, string local = All) => dynamo.CallAsync(
        "CreateTable", $$"""
        {
            "TableName": "orders", "BillingMode": "PAY_PER_REQUEST",
            "KeySchema": [{{Key("pk", "sk")}}],
            "AttributeDefinitions": [{{Definitions("pk:S sk:N owner:S date:N state:S")}}],
            "GlobalSecondaryIndexes": [{"IndexName": "byOwner", "KeySchema": [{{Key("owner", "date")}}], "Projection": {{global}}}],
            "LocalSecondaryIndexes": [{"IndexName": "byState", "KeySchema": [{{Key("pk", "state")}}], "Projection": {{local}}}]
        }
        """);

    /// <summary>A key schema: HASH and, with a second name, RANGE.</summary>
    public static string Key(params string[] names) => string.Join(", ", names.Select((name, index) =>
        $$"""{"AttributeName": "{{name}}", "KeyType": "{{(index == 0 ? "HASH" : "RANGE")}}"}"""));

    /// <summary>Definitions of attributes, written <c>name:type</c>.</summary>
    public static string Definitions(string attributes) => string.Join(", ", attributes.Split(' ').Select(attribute =>
        $$"""{"AttributeName": "{{attribute.Split(':')[0]}}", "AttributeType": "{{attribute.Split(':')[1]}}"}"""));

    /// <summary>Puts an order of partition p.</summary>
    public static Task PutOrderAsync(this Dynamo dynamo, int sort, string more) =>
        dynamo.PutAsync("orders", $$$$"""{"pk": {"S": "p"}, "sk": {"N": "{{{{sort}}}}"}{{{{(more.Length > 0 ? ", " + more : "")}}}}}""");

    /// <summary>The sort keys that a query or scan of the table finds.</summary>
    public static string Sorts(JsonNode answer) =>
        string.Join(' ', answer["Items"]!.AsArray().Select(item => (string?)item!["sk"]!["N"]));

    /// <summary>Queries the global index for an owner.</summary>
    public static Task<JsonNode> QueryOwnerAsync(this Dynamo dynamo, string more = "", string owner = "ann") => dynamo.CallAsync(
        "Query", $$$$"""
        {
            "TableName": "orders", "IndexName": "byOwner", "KeyConditionExpression": "#o = :o",
            "ExpressionAttributeNames": {"#o": "owner"}, "ExpressionAttributeValues": {":o": {"S": "{{{{owner}}}}"}} {{{{more}}}}
        }
        """);

    /// <summary>Queries the local index for partition p.</summary>
    public static Task<JsonNode> QueryStatesAsync(this Dynamo dynamo, string more = "") => dynamo.CallAsync("Query", $$$$"""
        {
            "TableName": "orders", "IndexName": "byState", "KeyConditionExpression": "pk = :p",
            "ExpressionAttributeValues": {":p": {"S": "p"}} {{{{more}}}}
        }
        """);
}
