using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using static LocalAws.Tests.Conformance.DynamoDb.Values;

namespace LocalAws.Tests.Conformance.DynamoDb;

public sealed class WhenTransactionsAreUsed(ConformanceEndpoint endpoint)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_of_it_takes_effect()
    {
        var table = await endpoint.CreateTableAsync();
        await endpoint.DynamoDb.PutItemAsync(table, Item("gone", "x", S("y")), Cancellation);

        await WriteAsync(
            Put(table, "put"),
            new TransactWriteItem
            {
                Update = new()
                {
                    TableName = table,
                    Key = Key("updated"),
                    UpdateExpression = "SET x = :v",
                    ExpressionAttributeValues = new() { [":v"] = S("y") },
                },
            },
            new TransactWriteItem { Delete = new() { TableName = table, Key = Key("gone") } },
            new TransactWriteItem
            {
                ConditionCheck = new() { TableName = table, Key = Key("other"), ConditionExpression = "attribute_not_exists(pk)" },
            });

        var read = await endpoint.DynamoDb.TransactGetItemsAsync(
            new TransactGetItemsRequest
            {
                TransactItems = [Get(table, "put"), Get(table, "updated"), Get(table, "gone")],
            },
            Cancellation);
        Assert.Equal([true, true, false], read.Responses.Select(response => response.Item is { Count: > 0 }));
    }

    [Fact]
    public async Task Or_none_of_it_with_the_reasons_in_order()
    {
        var table = await endpoint.CreateTableAsync();
        await endpoint.DynamoDb.PutItemAsync(table, Item("taken", "x", S("y")), Cancellation);
        var conditional = Put(table, "taken");
        conditional.Put.ConditionExpression = "attribute_not_exists(pk)";
        conditional.Put.ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD;

        var error = await Assert.ThrowsAsync<TransactionCanceledException>(() => WriteAsync(Put(table, "free"), conditional));

        Assert.Equal(["None", "ConditionalCheckFailed"], error.CancellationReasons.Select(reason => reason.Code));
        Assert.Equal("The conditional request failed", error.CancellationReasons[1].Message);
        Assert.Equal("y", error.CancellationReasons[1].Item["x"].S);
        Assert.Empty((await endpoint.DynamoDb.GetItemAsync(table, Key("free"), Cancellation)).Item ?? []);
    }

    [Fact]
    public async Task One_item_is_in_it_once()
    {
        var table = await endpoint.CreateTableAsync();

        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => WriteAsync(Put(table, "a"), Put(table, "a")));

        Assert.Equal("Transaction request cannot include multiple operations on one item", error.Message);
    }

    [Fact]
    public async Task A_repeated_one_takes_effect_once_and_another_under_its_token_is_refused()
    {
        Differences.TransactionTokens.Skip(endpoint);
        var table = await endpoint.CreateTableAsync();
        var request = Count(table, "1");

        await endpoint.DynamoDb.TransactWriteItemsAsync(request, Cancellation);
        await endpoint.DynamoDb.TransactWriteItemsAsync(request, Cancellation);

        Assert.Equal("1", (await endpoint.DynamoDb.GetItemAsync(table, Key("counter"), Cancellation)).Item["n"].N);
        var other = Count(table, "2");
        other.ClientRequestToken = request.ClientRequestToken;
        await Assert.ThrowsAsync<IdempotentParameterMismatchException>(
            () => endpoint.DynamoDb.TransactWriteItemsAsync(other, Cancellation));
    }

    [Fact]
    public async Task It_costs_twice_as_much()
    {
        Differences.Capacity.Skip(endpoint);
        var table = await endpoint.CreateTableAsync();
        var request = new TransactWriteItemsRequest
        {
            TransactItems = [Put(table, "a"), Put(table, "b")],
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        };

        var answer = await endpoint.DynamoDb.TransactWriteItemsAsync(request, Cancellation);

        Assert.Equal(4, Assert.Single(answer.ConsumedCapacity).WriteCapacityUnits);
    }

    private static TransactWriteItem Put(string table, string partition) =>
        new() { Put = new() { TableName = table, Item = Key(partition) } };

    private static TransactGetItem Get(string table, string partition) =>
        new() { Get = new() { TableName = table, Key = Key(partition) } };

    private static TransactWriteItemsRequest Count(string table, string by) => new()
    {
        ClientRequestToken = Guid.NewGuid().ToString(),
        TransactItems =
        [
            new()
            {
                Update = new()
                {
                    TableName = table,
                    Key = Key("counter"),
                    UpdateExpression = "ADD n :by",
                    ExpressionAttributeValues = new() { [":by"] = N(by) },
                },
            },
        ],
    };

    private Task<TransactWriteItemsResponse> WriteAsync(params TransactWriteItem[] actions) =>
        endpoint.DynamoDb.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [.. actions] }, Cancellation);
}
