namespace LocalAws.Tests.DynamoDb.Items;

public sealed class WhenAKeyDoesNotFit
{
    private const string NoMatch = "The provided key element does not match the schema";

    private readonly Dynamo _dynamo = new();

    [Theory]
    [InlineData("""{"sk": {"N": "1"}}""", "One or more parameter values were invalid: Missing the key pk in the item")]
    [InlineData("""{"pk": {"S": "x"}}""", "One or more parameter values were invalid: Missing the key sk in the item")]
    [InlineData("""{"pk": {"N": "1"}, "sk": {"N": "1"}}""",
        "One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N")]
    [InlineData("""{"pk": {"S": "x"}, "sk": {"L": []}}""",
        "One or more parameter values were invalid: Type mismatch for key sk expected: N actual: L")]
    [InlineData("""{"pk": {"S": ""}, "sk": {"N": "1"}}""",
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk")]
    public async Task A_put_says_which_attribute(string item, string message)
    {
        await _dynamo.CreateTableAsync("things", "N");

        var refusal = await _dynamo.RefusedAsync("PutItem", $$"""{"TableName": "things", "Item": {{item}} }""");

        Assert.Equal(("ValidationException", message), (refusal.Code, refusal.Message));
    }

    [Theory]
    [InlineData("""{"pk": {"S": "x"}}""", NoMatch)]
    [InlineData("""{"pk": {"S": "x"}, "sk": {"S": "1"}}""", NoMatch)]
    [InlineData("""{"pk": {"S": "x"}, "other": {"N": "1"}}""", NoMatch)]
    [InlineData("""{"pk": {"S": "x"}, "sk": {"N": "1"}, "other": {"N": "1"}}""", NoMatch)]
    [InlineData("""{"pk": {"S": ""}, "sk": {"N": "1"}}""",
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk")]
    public async Task A_lookup_only_that_it_does_not(string key, string message)
    {
        await _dynamo.CreateTableAsync("things", "N");

        foreach (var operation in (string[])["GetItem", "DeleteItem", "UpdateItem"])
        {
            var refusal = await _dynamo.RefusedAsync(operation, $$"""{"TableName": "things", "Key": {{key}} }""");

            Assert.Equal(("ValidationException", message), (refusal.Code, refusal.Message));
        }
    }

    [Fact]
    public async Task A_partition_key_has_at_most_2048_bytes()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", $$"""{"pk": {"S": "{{new string('é', 1024)}}"} }""");

        var refusal = await _dynamo.RefusedAsync(
            "GetItem", $$"""{"TableName": "things", "Key": {"pk": {"S": "{{new string('x', 2049)}}"} } }""");

        Assert.Equal(
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes",
            refusal.Message);
    }

    [Fact]
    public async Task A_sort_key_has_at_most_1024_bytes()
    {
        await _dynamo.CreateTableAsync("things", "B");
        await _dynamo.PutAsync("things", Item(1024));

        var refusal = await _dynamo.RefusedAsync("PutItem", $$"""{"TableName": "things", "Item": {{Item(1025)}} }""");

        Assert.Equal(
            "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes",
            refusal.Message);

        static string Item(int size) => $$"""{"pk": {"S": "x"}, "sk": {"B": "{{Convert.ToBase64String(new byte[size])}}"} }""";
    }

    [Theory]
    [InlineData("SET pk = :v")]
    [InlineData("REMOVE sk SET a = :v")]
    [InlineData("SET pk.a = :v")]
    public async Task An_update_leaves_the_key_alone(string update)
    {
        await _dynamo.CreateTableAsync("things", "N");

        var refusal = await _dynamo.RefusedAsync("UpdateItem", $$$$"""
            {
                "TableName": "things", "Key": {"pk": {"S": "x"}, "sk": {"N": "1"}}, "UpdateExpression": "{{{{update}}}}",
                "ExpressionAttributeValues": {":v": {"S": "y"}}
            }
            """);

        Assert.Matches(
            "^One or more parameter values were invalid: Cannot update attribute [ps]k. This attribute is part of the key$",
            refusal.Message);
    }

    [Fact]
    public async Task Numbers_are_one_key_however_they_are_written()
    {
        await _dynamo.CreateTableAsync("things", "N", partitionType: "N");
        await _dynamo.PutAsync("things", """{"pk": {"N": "100"}, "sk": {"N": "0.5"}}""");

        Assert.NotNull(await _dynamo.GetAsync("things", """{"pk": {"N": "1E2"}, "sk": {"N": ".50"}}"""));
    }
}
