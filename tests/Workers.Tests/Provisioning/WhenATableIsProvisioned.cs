using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Provisioning;
using Workers.Provisioning.Resources;

namespace Workers.Tests.Provisioning;

public sealed class WhenATableIsProvisioned : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly FakeTime _time = new();
    private readonly Tables _tables = new();

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task Its_expiry_is_set_once_it_is_active_and_not_before()
    {
        var table = Table(Topology.IdempotencyTable);

        var creation = table.CreateAsync(Cancellation);
        Assert.False(creation.IsCompleted);
        Assert.Null(_tables.ExpiresBy);
        _tables.Status = TableStatus.ACTIVE;
        _time.Advance(TimeSpan.FromSeconds(1));
        await creation;

        Assert.Equal("expiresAt", _tables.ExpiresBy);
    }

    [Fact]
    public async Task A_table_that_is_still_being_created_differs()
    {
        var differences = await Table(Topology.InventoryTable).DifferencesAsync(Cancellation);

        Assert.Equal(["TableStatus: CREATING → ACTIVE"], differences);
    }

    [Fact]
    public async Task A_table_with_another_key_is_refused_by_name()
    {
        _tables.Key = "sku";

        var failure = await Assert.ThrowsAsync<ProvisioningException>(
            () => Table(Topology.InventoryTable).DifferencesAsync(Cancellation));

        Assert.Equal(
            "table spec-inventory: its key is sku (HASH), the topology's is productId (HASH); AWS cannot change a key.",
            failure.Message);
    }

    private TableResource Table(string name) =>
        new(Topology.Tables.Single(table => table.Name == name), Scopes.Of(Scopes.Clients(dynamoDb: _tables), _time));

    private sealed class Tables() : AmazonDynamoDBClient(Scopes.DynamoDbConfig)
    {
        public TableStatus Status { get; set; } = TableStatus.CREATING;

        public string Key { get; set; } = "productId";

        public string? ExpiresBy { get; private set; }

        public override Task<CreateTableResponse> CreateTableAsync(
            CreateTableRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new CreateTableResponse());

        public override Task<DescribeTableResponse> DescribeTableAsync(
            string tableName, CancellationToken cancellationToken = default) =>
            Task.FromResult(new DescribeTableResponse
            {
                Table = new()
                {
                    TableStatus = Status,
                    KeySchema = [new(Key, KeyType.HASH)],
                    BillingModeSummary = new() { BillingMode = BillingMode.PAY_PER_REQUEST },
                },
            });

        public override Task<UpdateTimeToLiveResponse> UpdateTimeToLiveAsync(
            UpdateTimeToLiveRequest request, CancellationToken cancellationToken = default)
        {
            ExpiresBy = request.TimeToLiveSpecification.AttributeName;
            return Task.FromResult(new UpdateTimeToLiveResponse());
        }
    }
}
