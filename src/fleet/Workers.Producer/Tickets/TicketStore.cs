using Amazon.DynamoDBv2;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.Producer.Http;
using Workers.Producer.Stores;
using Columns = Workers.Contracts.Tables.TicketColumns;

namespace Workers.Producer.Tickets;

/// <summary>Reads the <c>tickets</c> table, which the support worker writes.</summary>
internal sealed class TicketStore(IAmazonDynamoDB dynamoDb, IOptions<ResourceNaming> naming, TimeProvider time)
{
    /// <summary>The ticket; null where it has not come, also where news of it have.</summary>
    public async Task<TicketAnswer?> FindAsync(string ticketId, CancellationToken cancellationToken)
    {
        if (!PathId.IsOne(ticketId))
        {
            return null;   // no ticket has such an id, and DynamoDB does not take any key
        }

        var response = await dynamoDb.GetItemAsync(
            new()
            {
                TableName = naming.Value.NameOf(Topology.TicketsTable),
                Key = new() { [Columns.TicketId] = new() { S = ticketId } },
                ConsistentRead = true,
            },
            cancellationToken);
        var row = new Row(response.Item ?? []);
        return row.Text(Columns.Status) is { } status ? Read(row, status) : null;
    }

    private TicketAnswer Read(Row row, string status)
    {
        var answer = NewsOf(row, Columns.AnsweredAt, Columns.AnsweredBy, Columns.AnswerNote);
        var resolution = NewsOf(row, Columns.ResolvedAt, Columns.ResolvedBy, Columns.ResolutionNote);
        var firstAnswerDueAt = row.Text(Columns.FirstAnswerDueAt)!;
        var resolutionDueAt = row.Text(Columns.ResolutionDueAt)!;
        return new(
            row.Text(Columns.TicketId)!,
            status,
            Overdue: resolution is null && IsPast(answer is null ? firstAnswerDueAt : resolutionDueAt),
            row.Text(Columns.CustomerId)!,
            row.Text(Columns.Priority)!,
            row.Text(Columns.Subject)!,
            row.Text(Columns.Team)!,
            (int)(row.Number(Columns.Level) ?? 0),
            row.Text(Columns.OpenedAt)!,
            firstAnswerDueAt,
            resolutionDueAt,
            row.Text(Columns.Category),
            row.Text(Columns.Description),
            row.Text(Columns.FirstAnswerEscalatedTo),
            row.Text(Columns.ResolutionEscalatedTo),
            answer,
            resolution);
    }

    private bool IsPast(string due) => string.CompareOrdinal(due, SortableTime.Of(time.GetUtcNow())) < 0;

    private static TicketAnswer.News? NewsOf(Row row, string at, string by, string note) =>
        row.Text(at) is { } when ? new(when, row.Text(by), row.Text(note)) : null;
}
