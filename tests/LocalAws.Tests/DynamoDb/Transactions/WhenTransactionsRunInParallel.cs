using LocalAws.Http;

namespace LocalAws.Tests.DynamoDb.Transactions;

public sealed class WhenTransactionsRunInParallel
{
    private const int Accounts = 8;

    private readonly Dynamo _dynamo = new();

    [Fact]
    public async Task Money_moved_between_tables_is_neither_made_nor_lost_and_no_reader_sees_it_in_between()
    {
        await _dynamo.CreateTableAsync("left");
        await _dynamo.CreateTableAsync("right");
        foreach (var table in (string[])["left", "right"])
        {
            for (var i = 0; i < Accounts; i++)
            {
                await _dynamo.PutAsync(table, $$$$"""{"pk": {"S": "{{{{i}}}}"}, "n": {"N": "10"}}""");
            }
        }

        var totals = new System.Collections.Concurrent.ConcurrentBag<int>();
        await Parallel.ForAsync(0, 2_000, TestContext.Current.CancellationToken, async (i, _) =>
        {
            await MoveAsync(i);
            if (i % 10 == 0)
            {
                totals.Add(await TotalAsync());
            }
        });

        Assert.All(totals, total => Assert.Equal(2 * Accounts * 10, total));
        Assert.Equal(2 * Accounts * 10, await TotalAsync());
    }

    private async Task MoveAsync(int i)
    {
        // Every other transaction names its tables the other way round, which would deadlock without an order of locks.
        var (from, to) = i % 2 == 0 ? ("left", "right") : ("right", "left");
        try
        {
            await _dynamo.CallAsync("TransactWriteItems", $$"""
                {"TransactItems": [
                    {{Change(from, i % Accounts, "-1", "n > :zero")}}, {{Change(to, i / 3 % Accounts, "1", "n >= :zero")}}
                ]}
                """);
        }
        catch (AwsException refusal) when (refusal.Code == "TransactionCanceledException")
        {
            // The account is empty.
        }
    }

    private async Task<int> TotalAsync()
    {
        var gets = string.Join(", ", Enumerable.Range(0, 2 * Accounts).Select(i =>
            $$"""{"Get": {"TableName": "{{(i < Accounts ? "left" : "right")}}", "Key": {"pk": {"S": "{{i % Accounts}}"} } } }"""));
        var answer = await _dynamo.CallAsync("TransactGetItems", $$"""{"TransactItems": [{{gets}}]}""");
        return answer["Responses"]!.AsArray().Sum(response =>
            int.Parse((string)response!["Item"]!["n"]!["N"]!, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Change(string table, int account, string by, string condition) => $$"""
        {"Update": {
            "TableName": "{{table}}", "Key": {"pk": {"S": "{{account}}"} }, "UpdateExpression": "ADD n :by",
            "ConditionExpression": "{{condition}}", "ExpressionAttributeValues": {":by": {"N": "{{by}}"}, ":zero": {"N": "0"} }
        } }
        """;
}
