namespace LocalAws.Tests.DynamoDb.Items;

public sealed class WhenAnItemIsTooLarge
{
    private const int Limit = 400 * 1024;
    private const int KeySize = 3;

    private readonly Dynamo _dynamo = new();

    [Fact]
    public async Task A_put_takes_400_KB_and_not_a_byte_more()
    {
        await _dynamo.CreateTableAsync("things");

        await _dynamo.PutAsync("things", Item(Limit - KeySize - 1));
        var refusal = await _dynamo.RefusedAsync("PutItem", $$"""{"TableName": "things", "Item": {{Item(Limit - KeySize)}} }""");

        Assert.Equal(("ValidationException", "Item size has exceeded the maximum allowed size"), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task What_an_update_makes_is_measured_too()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", Item(Limit - KeySize - 1));

        var refusal = await _dynamo.RefusedAsync("UpdateItem", """
            {
                "TableName": "things", "Key": {"pk": {"S": "x"}}, "UpdateExpression": "SET b = :b",
                "ExpressionAttributeValues": {":b": {"S": ""}}
            }
            """);

        Assert.Equal(
            ("ValidationException", "Item size to update has exceeded the maximum allowed size"), (refusal.Code, refusal.Message));
    }

    private static string Item(int length) => $$"""{"pk": {"S": "x"}, "a": {"S": "{{new string('x', length)}}"} }""";
}
