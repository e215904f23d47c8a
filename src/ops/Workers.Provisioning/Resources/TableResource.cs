using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.Resources;

/// <summary>A table that pays per request, and its expiry. Its key cannot be changed: a table with another key is an error.</summary>
internal sealed class TableResource(TableDefinition table, ProvisioningScope scope) : IResource
{
    private readonly LiveTable _live = new(scope.NameOf(table.Name), scope);

    public string Kind => "table";

    public string Name => scope.NameOf(table.Name);

    private IAmazonDynamoDB DynamoDb => scope.Clients.DynamoDb;

    public async Task<IReadOnlyList<string>?> DifferencesAsync(CancellationToken cancellationToken)
    {
        if (await _live.FindAsync(cancellationToken) is not { } actual)
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
            AttributeDefinitions = [.. Key().Select(key => new AttributeDefinition(key.AttributeName, TypeOf(key)))],
            BillingMode = BillingMode.PAY_PER_REQUEST,
        };
        await DynamoDb.CreateTableAsync(request, cancellationToken);
        await _live.WaitForAsync(TableStatus.ACTIVE, cancellationToken);
        if (table.TimeToLiveAttribute is { } attribute)
        {
            await _live.ExpireAsync(attribute, cancellationToken);
        }
    }

    public async Task ChangeAsync(CancellationToken cancellationToken)
    {
        await _live.WaitForAsync(TableStatus.ACTIVE, cancellationToken);
        var actual = await _live.FindAsync(cancellationToken);
        if (PaysForCapacity(actual!))
        {
            await DynamoDb.UpdateTableAsync(
                new() { TableName = Name, BillingMode = BillingMode.PAY_PER_REQUEST }, cancellationToken);
            await _live.WaitForAsync(TableStatus.ACTIVE, cancellationToken);
        }

        if (table.TimeToLiveAttribute is { } attribute && await _live.ExpiryAsync(cancellationToken) != attribute)
        {
            await _live.ExpireAsync(attribute, cancellationToken);
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

        await _live.WaitForAsync(status: null, cancellationToken);
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

        if (table.TimeToLiveAttribute is { } desired && await _live.ExpiryAsync(cancellationToken) is var expiry && expiry != desired)
        {
            differences.Add(Difference.Of("TimeToLive", expiry, desired));
        }

        return differences;
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

    private ScalarAttributeType TypeOf(KeySchemaElement key) =>
        key.KeyType == KeyType.RANGE && table.SortIsNumber ? ScalarAttributeType.N : ScalarAttributeType.S;

    private static bool PaysForCapacity(TableDescription actual) =>
        actual.BillingModeSummary?.BillingMode != BillingMode.PAY_PER_REQUEST;

    private static string Words(IEnumerable<KeySchemaElement> key) =>
        string.Join(" + ", key.Select(element => $"{element.AttributeName} ({element.KeyType})"));
}
