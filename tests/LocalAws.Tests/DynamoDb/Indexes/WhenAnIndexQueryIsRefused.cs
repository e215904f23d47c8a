using static LocalAws.Tests.DynamoDb.Indexes.IndexSpec;

namespace LocalAws.Tests.DynamoDb.Indexes;

public sealed class WhenAnIndexQueryIsRefused
{
    private const string Owner = """
        "KeyConditionExpression": "#o = :o", "ExpressionAttributeNames": {"#o": "owner"}, "ExpressionAttributeValues": {":o": {"S": "ann"}}
        """;

    private const string State = """
        "IndexName": "byState", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "p"}}
        """;

    private readonly Dynamo _dynamo = new();

    [Theory]
    [InlineData("\"IndexName\": \"none\"", "The table does not have the specified index: none")]
    [InlineData("\"IndexName\": \"no\"",
        "1 validation error detected: Value 'no' at 'indexName' failed to satisfy constraint: "
        + "Member must have length greater than or equal to 3")]
    [InlineData("\"IndexName\": \"byOwner\", \"ConsistentRead\": true", "Consistent reads are not supported on global secondary indexes")]
    [InlineData("\"IndexName\": \"byOwner\", \"Select\": \"ALL_ATTRIBUTES\"",
        "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index byOwner "
        + "because its projection type is not ALL")]
    [InlineData("\"IndexName\": \"byOwner\", \"ProjectionExpression\": \"amount, note, pk\"",
        "One or more parameter values were invalid: Global secondary index byOwner does not project [note]")]
    [InlineData("\"IndexName\": \"byOwner\", \"FilterExpression\": \"attribute_exists(b) OR attribute_exists(a)\"",
        "One or more parameter values were invalid: Secondary index byOwner does not project one or more filter attributes: [a, b]")]
    [InlineData("\"IndexName\": \"byOwner\", \"FilterExpression\": \"attribute_exists(#o)\"",
        "Filter Expression can only contain non-primary key attributes: Primary key attribute: owner")]
    [InlineData("\"IndexName\": \"byOwner\", \"FilterExpression\": \"attribute_exists(pk.a)\"",
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk")]
    public async Task It_says_what_it_cannot_do(string members, string message) =>
        Assert.Equal(message, await RefusalAsync($"{members}, {Owner}"));

    [Fact]
    public async Task Its_condition_names_the_keys_of_the_index() => Assert.Equal(
        "Query condition missed key schema element: owner",
        await RefusalAsync("""
            "IndexName": "byOwner", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": "p"}}
            """));

    [Theory]
    [InlineData("{}", "The provided starting key is invalid")]
    [InlineData("{\"pk\": {\"S\": \"p\"}, \"sk\": {\"N\": \"1\"}}", "The provided starting key is invalid")]
    [InlineData("{\"owner\": {\"S\": \"ann\"}, \"date\": {\"N\": \"1\"}}", "The provided starting key is invalid")]
    [InlineData("{\"owner\": {\"S\": \"ann\"}, \"date\": {\"N\": \"1\"}, \"pk\": {\"S\": \"p\"}, \"x\": {\"N\": \"1\"}}",
        "The provided starting key is invalid: The provided key element does not match the schema")]
    [InlineData("{\"owner\": {\"N\": \"1\"}, \"date\": {\"N\": \"1\"}, \"pk\": {\"S\": \"p\"}, \"sk\": {\"N\": \"1\"}}",
        "The provided key element does not match the schema")]
    [InlineData("{\"owner\": {\"S\": \"bob\"}, \"date\": {\"N\": \"1\"}, \"pk\": {\"S\": \"p\"}, \"sk\": {\"N\": \"1\"}}",
        "The provided starting key is outside query boundaries based on provided conditions")]
    public async Task Its_start_key_is_that_of_the_table_and_of_the_index(string start, string message) =>
        Assert.Equal(message, await RefusalAsync($"\"IndexName\": \"byOwner\", \"ExclusiveStartKey\": {start}, {Owner}"));

    [Fact]
    public async Task A_local_one_cannot_filter_by_what_it_would_have_to_fetch() => Assert.Equal(
        "One or more parameter values were invalid: Secondary index byState does not project one or more filter attributes: [note]",
        await RefusalAsync($"{State}, \"FilterExpression\": \"attribute_exists(note)\""));

    private async Task<string> RefusalAsync(string members)
    {
        await _dynamo.CreateOrdersAsync(global: Include, local: KeysOnly);
        return (await _dynamo.RefusedAsync("Query", $$"""{"TableName": "orders", {{members}} }""")).Message;
    }
}
