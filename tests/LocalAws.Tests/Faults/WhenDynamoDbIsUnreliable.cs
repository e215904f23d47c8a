using LocalAws.Faults;
using LocalAws.Tests.DynamoDb;

namespace LocalAws.Tests.Faults;

public sealed class WhenDynamoDbIsUnreliable
{
    private const string A = """{"pk": {"S": "a"}}""";
    private const string B = """{"pk": {"S": "b"}}""";

    private readonly Dynamo _dynamo = new();

    [Fact]
    public async Task Keys_are_left_unprocessed_while_others_are_read()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", A);
        await _dynamo.PutAsync("things", B);
        _dynamo.Faults = Given.Fault(new FaultRule("dynamodb.BatchGetItem", FaultKind.FailEntries) { Times = 1 });

        var answer = await _dynamo.CallAsync(
            "BatchGetItem", $$"""{"RequestItems": {"things": {"Keys": [{{A}}, {{B}}], "ConsistentRead": true} } }""");

        Dynamo.AssertJson($"[{B}]", answer["Responses"]!["things"]);
        Dynamo.AssertJson($$"""{"things": {"Keys": [{{A}}], "ConsistentRead": true} }""", answer["UnprocessedKeys"]);
    }

    [Fact]
    public async Task Writes_are_left_unprocessed_while_others_happen()
    {
        await _dynamo.CreateTableAsync("things");
        _dynamo.Faults = Given.Fault(new FaultRule("dynamodb.BatchWriteItem", FaultKind.FailEntries) { Times = 1 });

        var answer = await _dynamo.CallAsync(
            "BatchWriteItem",
            $$"""{"RequestItems": {"things": [{"PutRequest": {"Item": {{A}} } }, {"PutRequest": {"Item": {{B}} } }] } }""");

        Dynamo.AssertJson($$"""{"things": [{"PutRequest": {"Item": {{A}} } }] }""", answer["UnprocessedItems"]);
        Assert.Null(await _dynamo.GetAsync("things", A));
        Dynamo.AssertJson(B, await _dynamo.GetAsync("things", B));
    }

    [Fact]
    public async Task A_transaction_is_held_open_and_others_conflict_with_it()
    {
        await _dynamo.CreateTableAsync("things");
        var delay = TimeSpan.FromMilliseconds(50);
        _dynamo.Faults = Given.Fault(
            new FaultRule("dynamodb.TransactWriteItems", FaultKind.HoldTransaction) { Times = 1, Delay = delay });
        var put = $$"""{"TransactItems": [{"Put": {"TableName": "things", "Item": {{A}} } }]}""";

        var held = _dynamo.CallAsync("TransactWriteItems", put);
        var refusal = await _dynamo.RefusedAsync("TransactWriteItems", put);
        Assert.Null(await _dynamo.GetAsync("things", A));
        _dynamo.Time.Advance(delay);
        await held;

        Assert.Equal("TransactionCanceledException", refusal.Code);
        Assert.Contains("[TransactionConflict]", refusal.Message);
        Dynamo.AssertJson(A, await _dynamo.GetAsync("things", A));
    }
}
