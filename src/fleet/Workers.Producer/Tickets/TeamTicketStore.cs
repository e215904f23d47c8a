using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.Producer.Stores;
using Columns = Workers.Contracts.Tables.TeamTicketColumns;

namespace Workers.Producer.Tickets;

/// <summary>Reads the <c>team-tickets</c> table, a view that the support worker keeps.</summary>
internal sealed class TeamTicketStore(IAmazonDynamoDB dynamoDb, IOptions<ResourceNaming> naming, TimeProvider time)
{
    // What one request looks at, at most, when it looks for some of many.
    private const int RowsARead = 100;
    private const int MostReads = 5;

    // An answer is owed to an open ticket, a settlement to an answered one. What has gone elsewhere is owed by somebody else.
    private static readonly string[] Owed = ["Open", "Answered"];

    /// <param name="team">Whose tickets; null for all.</param>
    /// <param name="wanted">Which ones; null for all.</param>
    /// <param name="limit">Tickets, at most.</param>
    /// <param name="next">The last page's <see cref="TicketPage.Next"/>.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<TicketPage> ListAsync(
        string? team, Predicate<TicketPage.Entry>? wanted, int limit, string? next, CancellationToken cancellationToken)
    {
        var bucket = team is null ? Columns.All : Columns.OfTeam(team);
        var now = SortableTime.Of(time.GetUtcNow());
        var found = new List<TicketPage.Entry>();
        for (var read = 0; read < MostReads; read++)
        {
            var response = await dynamoDb.QueryAsync(Query(bucket, next, wanted is null ? limit : RowsARead), cancellationToken);
            foreach (var entry in (response.Items ?? []).Select(row => Read(new Row(row), now)))
            {
                next = entry.TicketId;
                if (wanted?.Invoke(entry) != false)
                {
                    found.Add(entry);
                }

                if (found.Count == limit)
                {
                    return new(found, next);
                }
            }

            if (response.LastEvaluatedKey is not { Count: > 0 })
            {
                return new(found, Next: null);
            }
        }

        return new(found, next);
    }

    private QueryRequest Query(string bucket, string? after, int rows) => new()
    {
        TableName = naming.Value.NameOf(Topology.TeamTicketsTable),
        KeyConditionExpression = "#bucket = :bucket",
        ExpressionAttributeNames = new() { ["#bucket"] = Columns.Bucket },
        ExpressionAttributeValues = new() { [":bucket"] = new() { S = bucket } },
        ExclusiveStartKey = after is null
            ? null
            : new() { [Columns.Bucket] = new() { S = bucket }, [Columns.TicketId] = new() { S = after } },
        Limit = rows,
    };

    private static TicketPage.Entry Read(Row row, string now)
    {
        var (status, dueAt) = (row.Text(Columns.Status)!, row.Text(Columns.DueAt)!);
        return new(
            row.Text(Columns.TicketId)!,
            status,
            Overdue: Owed.Contains(status) && string.CompareOrdinal(dueAt, now) < 0,
            row.Text(Columns.Team)!,
            row.Text(Columns.CustomerId)!,
            row.Text(Columns.Priority)!,
            row.Text(Columns.Subject)!,
            row.Text(Columns.OpenedAt)!,
            dueAt);
    }
}
