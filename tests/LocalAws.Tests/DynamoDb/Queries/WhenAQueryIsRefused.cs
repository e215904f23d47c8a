namespace LocalAws.Tests.DynamoDb.Queries;

public sealed class WhenAQueryIsRefused
{
    private static readonly Dictionary<string, string> Values = new()
    {
        [":p"] = """{"S": "p"}""",
        [":n"] = """{"N": "1"}""",
        [":two"] = """{"N": "2"}""",
        [":b"] = """{"BOOL": true}""",
    };

    private const string Schema = "One or more parameter values were invalid: Condition parameter type does not match schema type";

    private readonly Dynamo _dynamo = new();

    [Theory]
    [InlineData("sk = :n", "Query condition missed key schema element: pk")]
    [InlineData("pk = :p AND extra = :n", "Query condition missed key schema element: sk")]
    [InlineData("pk < :p", "Query key condition not supported")]
    [InlineData("pk = :n", Schema)]
    [InlineData("pk = :p AND sk = :p", Schema)]
    [InlineData("pk = :p AND sk = :b", Schema)]
    [InlineData("pk = :p AND begins_with(sk, :p)", Schema)]
    [InlineData("pk = :p AND sk > :n AND extra = :two",
        "The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)")]
    [InlineData("pk = :p AND sk > :n AND sk < :two",
        "KeyConditionExpressions must only contain one condition per key")]
    [InlineData("pk = :p OR sk = :n", "Invalid operator used in KeyConditionExpression: OR")]
    [InlineData("NOT pk = :p", "Invalid operator used in KeyConditionExpression: NOT")]
    [InlineData("pk = :p AND sk <> :n", "Invalid operator used in KeyConditionExpression: <>")]
    [InlineData("pk = :p AND sk IN (:n)", "Invalid operator used in KeyConditionExpression: IN")]
    [InlineData("pk = :p AND attribute_exists(sk)",
        "Invalid operator used in KeyConditionExpression: attribute_exists")]
    [InlineData("pk = :p AND sk.a = :n", "KeyConditionExpressions cannot have conditions on nested attributes")]
    [InlineData("pk = :p AND size(sk) = :n", "KeyConditionExpressions cannot contain nested operations")]
    [InlineData("pk = :p AND sk = pk",
        "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition")]
    [InlineData("pk = :p AND begins_with(:p, sk)",
        "Invalid condition in KeyConditionExpression: begins_with operator must have the key attribute as its first operand")]
    [InlineData("pk = :p AND :n BETWEEN sk AND sk",
        "Invalid condition in KeyConditionExpression: BETWEEN operator must have the key attribute as its first operand")]
    [InlineData(":p = :n", "Invalid condition in KeyConditionExpression: No key attribute specified")]
    [InlineData("pk = :p AND begins_with(sk, :n)",
        "Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: begins_with, operand type: N")]
    [InlineData("pk = :p AND sk < :b",
        "Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: <, operand type: BOOL")]
    [InlineData("pk = :p AND ((sk = :n))", "Invalid KeyConditionExpression: The expression has redundant parentheses;")]
    [InlineData("hash = :p", "Invalid KeyConditionExpression: Attribute name is a reserved keyword; reserved keyword: hash")]
    public async Task Its_key_condition_names_the_key_and_one_range(string condition, string message) =>
        Assert.Equal(message, await RefusalAsync($$"""
            "KeyConditionExpression": "{{condition}}", "ExpressionAttributeValues": { {{Used(condition)}} }
            """));

    [Theory]
    [InlineData("pk = :p AND extra = :p", "", "Query key condition not supported")]
    [InlineData("pk = :p", "\"ExclusiveStartKey\": {\"pk\": {\"S\": \"p\"}},",
        "The provided exclusive start key is invalid: ExclusiveStartKey: {pk=AttributeValue: {S:p}}")]
    public async Task A_partition_without_sort_key_has_one_item_and_nothing_after_it(string condition, string startKey, string message)
    {
        await _dynamo.CreateTableAsync("singles");

        var refusal = await _dynamo.RefusedAsync("Query", $$$"""
            {
                "TableName": "singles", {{{startKey}}} "KeyConditionExpression": "{{{condition}}}",
                "ExpressionAttributeValues": {":p": {"S": "p"}}
            }
            """);

        Assert.Equal(message, refusal.Message);
    }

    [Theory]
    [InlineData("\"Limit\": 0",
        "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("\"Select\": \"ALL\"",
        "1 validation error detected: Value 'ALL' at 'select' failed to satisfy constraint: Member must satisfy enum value set: "
        + "[SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]")]
    [InlineData("\"Select\": \"SPECIFIC_ATTRIBUTES\"",
        "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES")]
    [InlineData("\"Select\": \"COUNT\", \"ProjectionExpression\": \"a\"",
        "Cannot specify the ProjectionExpression when choosing to get only the Count")]
    [InlineData("\"Select\": \"ALL_ATTRIBUTES\", \"ProjectionExpression\": \"a\"",
        "Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES")]
    [InlineData("\"Select\": \"ALL_PROJECTED_ATTRIBUTES\"",
        "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName")]
    [InlineData("\"IndexName\": \"byDate\"", "The table does not have the specified index: byDate")]
    [InlineData("\"FilterExpression\": \"attribute_exists(sk)\"",
        "Filter Expression can only contain non-primary key attributes: Primary key attribute: sk")]
    [InlineData("\"ExclusiveStartKey\": {\"pk\": {\"S\": \"p\"}}", "The provided starting key is invalid")]
    [InlineData("\"ExclusiveStartKey\": {\"pk\": {\"S\": \"p\"}, \"sk\": {\"S\": \"1\"}}",
        "The provided key element does not match the schema")]
    [InlineData("\"ExclusiveStartKey\": {\"pk\": {\"S\": \"q\"}, \"sk\": {\"N\": \"1\"}}",
        "The provided starting key is outside query boundaries based on provided conditions")]
    public async Task Its_other_members_make_sense(string members, string message) => Assert.Equal(message, await RefusalAsync($$$$"""
        "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "p"}}, {{{{members}}}}
        """));

    [Fact]
    public async Task Its_start_key_is_of_its_partition() => Assert.Equal(
        "The query can return at most one row and cannot be restarted",
        await RefusalAsync("""
            "KeyConditionExpression": "pk = :p AND sk > :n", "ExpressionAttributeValues": {":p": {"S": "p"}, ":n": {"N": "1"}},
            "ExclusiveStartKey": {"pk": {"S": "q"}, "sk": {"N": "2"}}
            """));

    [Theory]
    [InlineData("pk = :e", "pk")]
    [InlineData("pk = :s AND sk = :e", "sk")]
    [InlineData("pk = :s AND sk BETWEEN :e AND :s", "sk")]
    [InlineData("pk = :s AND begins_with(sk, :e)", "sk")]
    public async Task No_key_is_empty(string condition, string attribute)
    {
        await _dynamo.CreateTableAsync("texts", "S");
        var other = condition.Contains(":s", StringComparison.Ordinal) ? ", \":s\": {\"S\": \"s\"}" : "";

        var refusal = await _dynamo.RefusedAsync("Query", $$$$"""
            {
                "TableName": "texts", "KeyConditionExpression": "{{{{condition}}}}",
                "ExpressionAttributeValues": {":e": {"S": ""} {{{{other}}}}}
            }
            """);

        Assert.Equal(
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. "
            + $"Key: {attribute}",
            refusal.Message);
    }

    [Fact]
    public async Task Its_start_key_is_in_the_range() => Assert.Equal(
        "The provided starting key does not match the range key predicate",
        await RefusalAsync("""
            "KeyConditionExpression": "pk = :p AND sk > :n", "ExpressionAttributeValues": {":p": {"S": "p"}, ":n": {"N": "1"}},
            "ExclusiveStartKey": {"pk": {"S": "p"}, "sk": {"N": "1"}}
            """));

    [Theory]
    [InlineData("\"Limit\": 1", "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.")]
    [InlineData("\"KeyConditionExpression\": \"\"", "Invalid KeyConditionExpression: The expression can not be empty;")]
    public async Task It_has_a_key_condition(string members, string message) =>
        Assert.Equal(message, await RefusalAsync(members));

    private async Task<string> RefusalAsync(string members)
    {
        await _dynamo.CreateTableAsync("things", "N");
        var refusal = await _dynamo.RefusedAsync("Query", $$"""{"TableName": "things", {{members}} }""");
        Assert.Equal("ValidationException", refusal.Code);
        return refusal.Message;
    }

    private static string Used(string condition) => string.Join(", ", Values
        .Where(value => condition.Contains(value.Key, StringComparison.Ordinal))
        .Select(value => $"\"{value.Key}\": {value.Value}"));
}
