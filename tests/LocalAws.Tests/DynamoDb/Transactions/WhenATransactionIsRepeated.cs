using System.Text.Json.Nodes;

namespace LocalAws.Tests.DynamoDb.Transactions;

public sealed class WhenATransactionIsRepeated
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(5);

    private readonly Dynamo _dynamo = new(Latency);

    [Fact]
    public async Task Its_token_makes_it_take_effect_once_and_the_second_costs_reads()
    {
        await _dynamo.CreateTableAsync("things");

        var first = await RunAsync(Increment("token", "x"));
        var second = await _dynamo.CallAsync("TransactWriteItems", Increment("token", "x"));

        Assert.Equal("1", await CountAsync());
        Dynamo.AssertJson("""{"ConsumedCapacity": [{"TableName": "things", "CapacityUnits": 2, "WriteCapacityUnits": 2}]}""", first);
        Dynamo.AssertJson("""{"ConsumedCapacity": [{"TableName": "things", "CapacityUnits": 2, "ReadCapacityUnits": 2}]}""", second);
    }

    [Fact]
    public async Task Without_a_token_it_takes_effect_again()
    {
        await _dynamo.CreateTableAsync("things");

        await RunAsync(Increment(null, "x"));
        await RunAsync(Increment(null, "x"));

        Assert.Equal("2", await CountAsync());
    }

    [Fact]
    public async Task The_token_is_forgotten_ten_minutes_after_it_ended()
    {
        await _dynamo.CreateTableAsync("things");
        await RunAsync(Increment("token", "x"));

        _dynamo.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        await _dynamo.CallAsync("TransactWriteItems", Increment("token", "x"));
        _dynamo.Time.Advance(TimeSpan.FromTicks(1));
        await RunAsync(Increment("token", "x"));

        Assert.Equal("2", await CountAsync());
    }

    [Theory]
    [InlineData("""{"TableName":"things","Item":{"b":{"SS":["2","1"]},"a":{"M":{"y":{"N":"2"},"x":{"N":"1"}}},"pk":{"S":"x"}}}""")]
    [InlineData("""{ "Item": {"pk":{"S":"\u0078"},"b":{"SS":["1","2"]},"a":{"M":{"x":{"N":"1"},"y":{"N":"2"}}}}, "TableName":"things" }""")]
    public async Task The_same_request_may_be_written_in_another_order(string again)
    {
        await _dynamo.CreateTableAsync("things");
        await RunAsync(Tokened("""
            {
                "Put": {
                    "TableName": "things",
                    "Item": {"pk": {"S": "x"}, "a": {"M": {"x": {"N": "1"}, "y": {"N": "2"}}}, "b": {"SS": ["1", "2"]}}
                }
            }
            """));

        var answer = await _dynamo.CallAsync("TransactWriteItems", Tokened($$"""{ "Put": {{again}} }"""));

        Dynamo.AssertJson("{}", answer);
    }

    [Theory]
    [InlineData("""{"pk": {"S": "x"}, "a": {"L": [{"N": "2"}, {"N": "1"}]}}""")]
    [InlineData("""{"pk": {"S": "x"}, "a": {"L": [{"N": "1"}, {"S": "2"}]}}""")]
    [InlineData("""{"pk": {"S": "x"}, "b": {"L": [{"N": "1"}, {"N": "2"}]}}""")]
    [InlineData("""{"pk": {"S": "x"}, "a": {"L": [{"N": "1"}, {"N": "2"}]}, "c": {"N": "1"}}""")]
    [InlineData("""{"a": {"S": "x"}, "pk": {"S": "x"}}""")]
    public async Task Another_item_is_another_request(string item)
    {
        await _dynamo.CreateTableAsync("things");
        await RunAsync(Put("""{"pk": {"S": "x"}, "a": {"L": [{"N": "1"}, {"N": "2"}]}}"""));

        var refusal = await _dynamo.RefusedAsync("TransactWriteItems", Put(item));

        Assert.Equal("IdempotentParameterMismatchException", refusal.Code);

        static string Put(string item) => Tokened($$$$"""{"Put": {"TableName": "things", "Item": {{{{item}}}}}}""");
    }

    [Fact]
    public async Task Another_request_under_the_token_is_refused()
    {
        await _dynamo.CreateTableAsync("things");
        await RunAsync(Increment("token", "x"));

        var refusal = await _dynamo.RefusedAsync("TransactWriteItems", Increment("token", "y"));

        Assert.Equal("IdempotentParameterMismatchException", refusal.Code);
    }

    [Fact]
    public async Task While_the_first_is_open_the_second_is_told_so()
    {
        await _dynamo.CreateTableAsync("things");
        var first = _dynamo.CallAsync("TransactWriteItems", Increment("token", "x"));

        var refusal = await _dynamo.RefusedAsync("TransactWriteItems", Increment("token", "x"));
        _dynamo.Time.Advance(Latency);
        await first;

        Assert.Equal("TransactionInProgressException", refusal.Code);
    }

    [Fact]
    public async Task After_a_cancellation_it_is_carried_out()
    {
        const string Request = """
            {"ClientRequestToken": "token", "TransactItems": [{"Update": {
                "TableName": "things", "Key": {"pk": {"S": "x"}}, "UpdateExpression": "ADD n :one",
                "ConditionExpression": "attribute_exists(pk)", "ExpressionAttributeValues": {":one": {"N": "1"}}
            }}]}
            """;
        await _dynamo.CreateTableAsync("things");
        await _dynamo.RefusedAsync("TransactWriteItems", Request);
        await _dynamo.PutAsync("things", """{"pk": {"S": "x"}}""");

        await RunAsync(Request);

        Assert.Equal("1", await CountAsync());
    }

    [Fact]
    public async Task A_token_has_at_most_36_characters()
    {
        await _dynamo.CreateTableAsync("things");

        await RunAsync(Increment(new string('t', 36), "x"));
        var refusal = await _dynamo.RefusedAsync("TransactWriteItems", Increment(new string('t', 37), "x"));

        Assert.Equal(
            $"1 validation error detected: Value '{new string('t', 37)}' at 'clientRequestToken' failed to satisfy constraint: "
            + "Member must have length less than or equal to 36",
            refusal.Message);
    }

    private async Task<JsonNode> RunAsync(string request)
    {
        var transaction = _dynamo.CallAsync("TransactWriteItems", request);
        _dynamo.Time.Advance(Latency);
        return await transaction;
    }

    private async Task<string?> CountAsync() =>
        (string?)(await _dynamo.GetAsync("things", """{"pk": {"S": "x"}}"""))!["n"]!["N"];

    private static string Increment(string? token, string key) => $$"""
        {
            "ClientRequestToken": {{(token is null ? "null" : $"\"{token}\"")}}, "ReturnConsumedCapacity": "TOTAL",
            "TransactItems": [{"Update": {
                "TableName": "things", "Key": {"pk": {"S": "{{key}}"} }, "UpdateExpression": "ADD n :one",
                "ExpressionAttributeValues": {":one": {"N": "1"} }
            } }]
        }
        """;

    private static string Tokened(string action) => $$"""{"ClientRequestToken": "token", "TransactItems": [{{action}}]}""";
}
