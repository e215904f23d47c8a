using Amazon.DynamoDBv2;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Events;
using Columns = Workers.Contracts.Tables.OrderWorkflowColumns;

namespace Workers.Workflow.Stores;

/// <summary>Reads the <c>order-workflows</c> table, in which an execution claims the order that it leads.</summary>
internal sealed class OrderWorkflowStore(IAmazonDynamoDB dynamoDb, IOptions<ResourceNaming> naming)
{
    /// <summary>The execution that leads an order, or has led it; null for none.</summary>
    public async Task<string?> FindExecutionAsync(string orderId, CancellationToken cancellationToken)
    {
        var response = await dynamoDb.GetItemAsync(
            new()
            {
                TableName = naming.Value.NameOf(Topology.OrderWorkflowsTable),
                Key = new() { [Columns.OrderId] = new() { S = orderId } },
                ConsistentRead = true,
            },
            cancellationToken);
        return response.Item?.GetValueOrDefault(Columns.ExecutionArn)?.S;
    }
}
