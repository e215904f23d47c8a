using Amazon.DynamoDBv2;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.OrderHistory.Views;

namespace Workers.Producer.Stores;

/// <summary>Reads the <c>views</c> table, which rebuilds of views write.</summary>
internal sealed class ViewStore(IAmazonDynamoDB dynamoDb, IOptions<ResourceNaming> naming)
{
    /// <summary>The generation of a view that is read.</summary>
    /// <param name="view">One of <see cref="ViewNames"/>.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<string> ActiveGenerationAsync(string view, CancellationToken cancellationToken)
    {
        var response = await dynamoDb.GetItemAsync(
            new()
            {
                TableName = naming.Value.NameOf(Topology.ViewsTable),
                Key = new() { [ViewColumns.View] = new() { S = view } },
                ConsistentRead = true,   // what was read before a flip is emptied some time after it
            },
            cancellationToken);
        return ViewState.Read(response.Item).Active;
    }
}
