using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Workers.Provisioning.Resources;

/// <summary>A table as DynamoDB has it at this moment.</summary>
internal sealed class LiveTable(string name, ProvisioningScope scope)
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(500);

    private IAmazonDynamoDB DynamoDb => scope.Clients.DynamoDb;

    /// <summary>The table; null where there is none.</summary>
    public async Task<TableDescription?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await DynamoDb.DescribeTableAsync(name, cancellationToken)).Table;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The attribute by which items expire; null where they stay.</summary>
    public async Task<string?> ExpiryAsync(CancellationToken cancellationToken)
    {
        var answer = await DynamoDb.DescribeTimeToLiveAsync(name, cancellationToken);
        var expiry = answer.TimeToLiveDescription;
        var isOn = expiry?.TimeToLiveStatus is { } status
            && (status == TimeToLiveStatus.ENABLED || status == TimeToLiveStatus.ENABLING);
        return isOn ? expiry!.AttributeName : null;
    }

    /// <summary>Lets items expire.</summary>
    public Task ExpireAsync(string attribute, CancellationToken cancellationToken) =>
        DynamoDb.UpdateTimeToLiveAsync(
            new() { TableName = name, TimeToLiveSpecification = new() { AttributeName = attribute, Enabled = true } },
            cancellationToken);

    /// <summary>Returns when the table has a status; with null, when it is gone.</summary>
    public async Task WaitForAsync(TableStatus? status, CancellationToken cancellationToken)
    {
        while ((await FindAsync(cancellationToken))?.TableStatus != status)
        {
            await Task.Delay(PollEvery, scope.Time, cancellationToken);
        }
    }
}
