using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace LocalAws.Tests.DynamoDb.Http;

/// <summary>The official client over HTTP: what it sends is understood, and it understands what it gets.</summary>
public sealed class WhenTheSdkCalls : IAsyncLifetime
{
    private LocalAwsServer _server = null!;
    private AmazonDynamoDBClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await LocalAwsServer.StartAsync(new LocalAwsOptions { Port = 0 }, Cancellation);
        _client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig { ServiceURL = _server.Endpoint.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
        await _client.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = "things",
                KeySchema = [new KeySchemaElement("pk", KeyType.HASH), new KeySchemaElement("sk", KeyType.RANGE)],
                AttributeDefinitions =
                    [new AttributeDefinition("pk", ScalarAttributeType.S), new AttributeDefinition("sk", ScalarAttributeType.N)],
                BillingMode = BillingMode.PAY_PER_REQUEST,
                Tags = [new Tag { Key = "a", Value = "b" }],
            },
            Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Tables_are_described()
    {
        var table = (await _client.DescribeTableAsync("things", Cancellation)).Table;
        var tags = await _client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = table.TableArn }, Cancellation);

        Assert.Equal(TableStatus.ACTIVE, table.TableStatus);
        Assert.Equal(BillingMode.PAY_PER_REQUEST, table.BillingModeSummary.BillingMode);
        Assert.Equal("b", Assert.Single(tags.Tags).Value);
    }

    [Fact]
    public async Task Every_type_comes_back()
    {
        var item = Key(1);
        item["s"] = new AttributeValue("héllo \U0001F600");
        item["n"] = new AttributeValue { N = "-1.50" };
        item["b"] = new AttributeValue { B = new MemoryStream([0, 255]) };
        item["bool"] = new AttributeValue { BOOL = false };
        item["null"] = new AttributeValue { NULL = true };
        item["ss"] = new AttributeValue { SS = ["y", "x"] };
        item["ns"] = new AttributeValue { NS = ["10", "9"] };
        item["l"] = new AttributeValue { L = [new AttributeValue("x")] };
        item["m"] = new AttributeValue { M = new() { ["x"] = new AttributeValue { N = "1" } } };

        await _client.PutItemAsync("things", item, Cancellation);
        var read = (await _client.GetItemAsync("things", Key(1), consistentRead: true, Cancellation)).Item;

        Assert.Equal("héllo \U0001F600", read["s"].S);
        Assert.Equal("-1.5", read["n"].N);
        Assert.Equal([0, 255], read["b"].B.ToArray());
        Assert.False(read["bool"].BOOL);
        Assert.True(read["null"].NULL);
        Assert.Equal(["x", "y"], read["ss"].SS);
        Assert.Equal(["9", "10"], read["ns"].NS);
        Assert.Equal("x", Assert.Single(read["l"].L).S);
        Assert.Equal("1", read["m"].M["x"].N);
    }

    [Fact]
    public async Task A_failed_condition_carries_the_item()
    {
        await _client.PutItemAsync("things", Key(1), Cancellation);

        var refusal = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => _client.PutItemAsync(
            new PutItemRequest("things", Key(1))
            {
                ConditionExpression = "attribute_not_exists(pk)",
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            },
            Cancellation));

        Assert.Equal("The conditional request failed", refusal.Message);
        Assert.Equal("1", refusal.Item["sk"].N);
    }

    [Fact]
    public async Task A_cancelled_transaction_carries_its_reasons()
    {
        await _client.PutItemAsync("things", Key(1), Cancellation);

        var refusal = await Assert.ThrowsAsync<TransactionCanceledException>(() => _client.TransactWriteItemsAsync(
            new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    new TransactWriteItem { Put = new Put { TableName = "things", Item = Key(2) } },
                    new TransactWriteItem
                    {
                        Put = new Put
                        {
                            TableName = "things",
                            Item = Key(1),
                            ConditionExpression = "attribute_not_exists(pk)",
                            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                        },
                    },
                ],
            },
            Cancellation));

        Assert.Equal(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]",
            refusal.Message);
        Assert.Equal(["None", "ConditionalCheckFailed"], refusal.CancellationReasons.Select(reason => reason.Code));
        Assert.Equal("1", refusal.CancellationReasons[1].Item["sk"].N);
    }

    [Fact]
    public async Task Pages_are_walked_by_the_paginator()
    {
        await _client.BatchWriteItemAsync(
            new BatchWriteItemRequest(new Dictionary<string, List<WriteRequest>>
            {
                ["things"] = [.. Enumerable.Range(0, 25).Select(i => new WriteRequest(new PutRequest(Key(i))))],
            }),
            Cancellation);
        var query = new QueryRequest("things")
        {
            KeyConditionExpression = "pk = :p AND sk >= :from",
            ExpressionAttributeValues = new() { [":p"] = new AttributeValue("x"), [":from"] = new AttributeValue { N = "5" } },
            Limit = 7,
        };

        var keys = new List<string>();
        var pages = 0;
        await foreach (var page in _client.Paginators.Query(query).Responses.WithCancellation(Cancellation))
        {
            keys.AddRange(page.Items.Select(item => item["sk"].N));
            pages++;
        }

        Assert.Equal(Enumerable.Range(5, 20).Select(i => $"{i}"), keys);
        Assert.Equal(3, pages);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_its_own_exception() =>
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => _client.DescribeTableAsync("nowhere", Cancellation));

    private static Dictionary<string, AttributeValue> Key(int sort) =>
        new() { ["pk"] = new AttributeValue("x"), ["sk"] = new AttributeValue { N = $"{sort}" } };
}
