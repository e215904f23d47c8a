using System.Globalization;
using Amazon.DynamoDBv2;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Events;
using Workers.Events.Reading;
using Workers.OrderHistory;
using Columns = Workers.Contracts.Tables.OrderEventColumns;

namespace Workers.Producer.History;

/// <summary>Reads the <c>order-events</c> table, which the orders worker adds to.</summary>
internal sealed class HistoryStore(IAmazonDynamoDB dynamoDb, IOptions<ResourceNaming> naming, EventRegistry registry)
{
    /// <summary>A part of an order's history, oldest first.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="after">The version before the first entry; 0 for the beginning.</param>
    /// <param name="limit">Entries, at most.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<HistoryPart> ReadAsync(string orderId, int after, int limit, CancellationToken cancellationToken)
    {
        var response = await dynamoDb.QueryAsync(
            new()
            {
                TableName = naming.Value.NameOf(Topology.OrderEventsTable),
                KeyConditionExpression = "#order = :order AND #version > :after",
                ExpressionAttributeNames = new() { ["#order"] = Columns.OrderId, ["#version"] = Columns.Version },
                ExpressionAttributeValues = new()
                {
                    [":order"] = new() { S = orderId },
                    [":after"] = new() { N = after.ToString(CultureInfo.InvariantCulture) },
                },
                Limit = limit,
                ConsistentRead = true,
            },
            cancellationToken);
        return new(
            [.. (response.Items ?? []).Select(row => RecordedEntry.Read(row, registry))], response.LastEvaluatedKey is { Count: > 0 });
    }
}

/// <summary>A part of an order's history.</summary>
/// <param name="Entries">Oldest first.</param>
/// <param name="HasMore">Whether there may be entries after them.</param>
internal sealed record HistoryPart(IReadOnlyList<RecordedEntry> Entries, bool HasMore);
