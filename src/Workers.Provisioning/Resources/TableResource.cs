using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.Resources;

/// <summary>A table that pays per request, and its expiry. Its key cannot be changed: a table with another key is an error.</summary>
internal sealed class TableResource(TableDefinition table, ProvisioningScope scope) : IResource
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(500);

    public string Kind => "table";

    public string Name => scope.NameOf(table.Name);

    private IAmazonDynamoDB DynamoDb => scope.Clients.DynamoDb;

    public async Task<IReadOnlyList<string>?> DifferencesAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } actual)
        {
            return null;
        }

        if (Words(actual.KeySchema) != Words(Key()))
        {
            throw new ProvisioningException(
                $"{Kind} {Name}: its key is {Words(actual.KeySchema)}, the topology's is {Words(Key())}; AWS cannot change a key.");
        }

        return [.. await DifferencesAsync(actual, cancellationToken)];
    }

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        var request = new CreateTableRequest
        {
            TableName = Name,
            KeySchema = Key(),
            AttributeDefinitions = [.. Key().Select(key => new AttributeDefinition(key.AttributeName, ScalarAttributeType.S))],
            BillingMode = BillingMode.PAY_PER_REQUEST,
        };
        await DynamoDb.CreateTableAsync(request, cancellationToken);
        await WaitForAsync(TableStatus.ACTIVE, cancellationToken);
        await ExpireAsync(cancellationToken);
    }

    public async Task ChangeAsync(CancellationToken cancellationToken)
    {
        await WaitForAsync(TableStatus.ACTIVE, cancellationToken);
        var actual = await FindAsync(cancellationToken);
        if (PaysForCapacity(actual!))
        {
            await DynamoDb.UpdateTableAsync(
                new() { TableName = Name, BillingMode = BillingMode.PAY_PER_REQUEST }, cancellationToken);
            await WaitForAsync(TableStatus.ACTIVE, cancellationToken);
        }

        if (await ExpiryAsync(cancellationToken) != table.TimeToLiveAttribute)
        {
            await ExpireAsync(cancellationToken);
        }
    }

    public async Task<bool> DeleteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await DynamoDb.DeleteTableAsync(Name, cancellationToken);
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }

        await WaitForAsync(status: null, cancellationToken);
        return true;
    }

    private async Task<List<string>> DifferencesAsync(TableDescription actual, CancellationToken cancellationToken)
    {
        var differences = new List<string>();
        if (actual.TableStatus != TableStatus.ACTIVE)
        {
            differences.Add(Difference.Of("TableStatus", actual.TableStatus, TableStatus.ACTIVE));
        }

        if (PaysForCapacity(actual))
        {
            differences.Add(Difference.Of("BillingMode", BillingMode.PROVISIONED, BillingMode.PAY_PER_REQUEST));
        }

        if (table.TimeToLiveAttribute is { } desired && await ExpiryAsync(cancellationToken) is var expiry && expiry != desired)
        {
            differences.Add(Difference.Of("TimeToLive", expiry, desired));
        }

        return differences;
    }

    private async Task<TableDescription?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await DynamoDb.DescribeTableAsync(Name, cancellationToken)).Table;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    private async Task<string?> ExpiryAsync(CancellationToken cancellationToken)
    {
        var answer = await DynamoDb.DescribeTimeToLiveAsync(Name, cancellationToken);
        var expiry = answer.TimeToLiveDescription;
        var isOn = expiry?.TimeToLiveStatus is { } status
            && (status == TimeToLiveStatus.ENABLED || status == TimeToLiveStatus.ENABLING);
        return isOn ? expiry!.AttributeName : null;
    }

    private async Task ExpireAsync(CancellationToken cancellationToken)
    {
        if (table.TimeToLiveAttribute is { } attribute)
        {
            await DynamoDb.UpdateTimeToLiveAsync(
                new() { TableName = Name, TimeToLiveSpecification = new() { AttributeName = attribute, Enabled = true } },
                cancellationToken);
        }
    }

    private async Task WaitForAsync(TableStatus? status, CancellationToken cancellationToken)
    {
        while ((await FindAsync(cancellationToken))?.TableStatus != status)
        {
            await Task.Delay(PollEvery, scope.Time, cancellationToken);
        }
    }

    private List<KeySchemaElement> Key()
    {
        List<KeySchemaElement> key = [new(table.PartitionKey, KeyType.HASH)];
        if (table.SortKey is { } sortKey)
        {
            key.Add(new(sortKey, KeyType.RANGE));
        }

        return key;
    }

    private static bool PaysForCapacity(TableDescription actual) =>
        actual.BillingModeSummary?.BillingMode != BillingMode.PAY_PER_REQUEST;

    private static string Words(IEnumerable<KeySchemaElement> key) =>
        string.Join(" + ", key.Select(element => $"{element.AttributeName} ({element.KeyType})"));
}
