using System.Text.Json;
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
        return [.. (page.Items ?? []).Select(StoryEvent.OfAudit).Select(told => new RecordedAct(
            told.OccurredAt, told.Name.DetailType, Text(told, "subject"), Text(told, "by"), Text(told, "reason")))];
    }

    private static string Text(StoryEvent told, string name) =>
        told.Detail is { ValueKind: JsonValueKind.Object } detail && detail.TryGetProperty(name, out var member) ? member.ToString() : "";
}

/// <summary>Something that an operator did.</summary>
public sealed record RecordedAct(DateTimeOffset At, string What, string Subject, string By, string Reason);
