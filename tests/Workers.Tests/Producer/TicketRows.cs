using Amazon.DynamoDBv2.Model;
using Workers.Contracts.Tables;

namespace Workers.Tests.Producer;

/// <summary>Rows as the support worker writes them, of a ticket that was opened at ten and is due at eleven and at six.</summary>
internal static class TicketRows
{
    public const string OpenedAt = "2026-01-15T10:00:00.0000000Z";
    public const string FirstAnswerDueAt = "2026-01-15T11:00:00.0000000Z";
    public const string ResolutionDueAt = "2026-01-15T18:00:00.0000000Z";

    public static Dictionary<string, AttributeValue> Of(string ticketId, string status, string customerId = "CUST-1")
    {
        var row = Row(new()
        {
            [TicketColumns.TicketId] = ticketId,
            [TicketColumns.Status] = status,
            [TicketColumns.CustomerId] = customerId,
            [TicketColumns.Priority] = "High",
            [TicketColumns.Subject] = "Login issue",
            [TicketColumns.Team] = "senior",
            [TicketColumns.OpenedAt] = OpenedAt,
            [TicketColumns.FirstAnswerDueAt] = FirstAnswerDueAt,
            [TicketColumns.ResolutionDueAt] = ResolutionDueAt,
        });
        if (status != "Open")
        {
            row[TicketColumns.AnsweredAt] = new() { S = OpenedAt };
            row[TicketColumns.AnsweredBy] = new() { S = "Sam" };
            row[TicketColumns.AnswerNote] = new() { S = "called back" };
        }

        if (status == "Resolved")
        {
            row[TicketColumns.ResolvedAt] = new() { S = OpenedAt };
        }

        return row;
    }

    public static Dictionary<string, AttributeValue> InList(string bucket, string ticketId, string status, string dueAt) => Row(new()
    {
        [TeamTicketColumns.Bucket] = bucket,
        [TeamTicketColumns.TicketId] = ticketId,
        [TeamTicketColumns.Status] = status,
        [TeamTicketColumns.Team] = "senior",
        [TeamTicketColumns.CustomerId] = "CUST-1",
        [TeamTicketColumns.Priority] = "High",
        [TeamTicketColumns.Subject] = "Login issue",
        [TeamTicketColumns.OpenedAt] = OpenedAt,
        [TeamTicketColumns.DueAt] = dueAt,
    });

    private static Dictionary<string, AttributeValue> Row(Dictionary<string, string> texts) =>
        texts.ToDictionary(text => text.Key, text => new AttributeValue { S = text.Value });
}
