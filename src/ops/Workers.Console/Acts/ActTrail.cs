using Amazon.DynamoDBv2.Model;
using Workers.AuditTrail;
using Workers.Console.Orders;
using Workers.Contracts;
using Workers.Operations;
using Workers.Operations.Fleet;
using Columns = Workers.Contracts.Tables.AuditColumns;

namespace Workers.Console.Acts;

/// <summary>Reads what operators did, from the audit trail.</summary>
internal sealed class ActTrail(FleetAccess fleet)
{
    /// <summary>The latest acts, newest first.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<IReadOnlyList<RecordedAct>> LatestAsync(int limit, CancellationToken cancellationToken)
    {
        var page = await fleet.Aws.DynamoDb.QueryAsync(
            new QueryRequest(fleet.Naming.NameOf(Topology.AuditTable))
            {
                KeyConditionExpression = "#entity = :entity",
                ExpressionAttributeNames = new() { ["#entity"] = Columns.Entity },
                ExpressionAttributeValues = new() { [":entity"] = new() { S = AuditEntity.Of(AuditEntity.Source, Act.Source) } },
                ScanIndexForward = false,
                Limit = limit,
            },
            cancellationToken);
        return [.. (page.Items ?? []).Select(StoryEvent.OfAudit).Select(RecordedAct.Of)];
    }
}
