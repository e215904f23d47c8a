using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalAws.Tests.Conformance.DynamoDb;

public sealed class WhenTablesAreManaged(ConformanceEndpoint endpoint)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_is_described_as_it_was_made()
    {
        var name = await endpoint.CreateTableAsync();

        var table = (await endpoint.DynamoDb.DescribeTableAsync(name, Cancellation)).Table;

        Assert.Equal((name, TableStatus.ACTIVE), (table.TableName, table.TableStatus));
        Assert.EndsWith($":table/{name}", table.TableArn, StringComparison.Ordinal);
        Assert.Equal(BillingMode.PAY_PER_REQUEST, table.BillingModeSummary.BillingMode);
        Assert.Equal(["pk HASH", "sk RANGE"], table.KeySchema.Select(key => $"{key.AttributeName} {key.KeyType}"));
    }

    [Fact]
    public async Task A_name_is_taken_once()
    {
        var name = await endpoint.CreateTableAsync();
        var request = new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("pk", KeyType.HASH)],
            AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
        };

        var error = await Assert.ThrowsAsync<ResourceInUseException>(() => endpoint.DynamoDb.CreateTableAsync(request, Cancellation));

        Assert.Equal($"Table already exists: {name}", error.Message);
    }

    [Fact]
    public async Task One_that_was_never_made_is_not_found()
    {
        var name = endpoint.Name("missing");

        var described = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => endpoint.DynamoDb.DescribeTableAsync(name, Cancellation));
        var read = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => endpoint.DynamoDb.GetItemAsync(name, Values.Key("a"), Cancellation));

        Assert.Equal($"Requested resource not found: Table: {name} not found", described.Message);
        Assert.Equal("Requested resource not found", read.Message);
    }

    [Fact]
    public async Task Time_to_live_is_turned_on_once()
    {
        var request = new UpdateTimeToLiveRequest
        {
            TableName = await endpoint.CreateTableAsync(),
            TimeToLiveSpecification = new() { AttributeName = "expiry", Enabled = true },
        };

        await endpoint.DynamoDb.UpdateTimeToLiveAsync(request, Cancellation);

        var answer = await endpoint.DynamoDb.DescribeTimeToLiveAsync(
            new DescribeTimeToLiveRequest { TableName = request.TableName }, Cancellation);
        Assert.Equal("expiry", answer.TimeToLiveDescription.AttributeName);
        Differences.TimeToLiveTwice.Skip(endpoint);
        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => endpoint.DynamoDb.UpdateTimeToLiveAsync(request, Cancellation));
        Assert.Equal("TimeToLive is already enabled", error.Message);
    }

    [Fact]
    public async Task Deleting_one_ends_it()
    {
        var name = endpoint.Name("deleted");
        await endpoint.DynamoDb.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = name,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                KeySchema = [new("pk", KeyType.HASH)],
                AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
            },
            Cancellation);

        await endpoint.DynamoDb.DeleteTableAsync(name, Cancellation);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => endpoint.DynamoDb.DeleteTableAsync(name, Cancellation));
    }
}
