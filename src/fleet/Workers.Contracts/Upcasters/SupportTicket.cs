using System.Text.Json;
using System.Text.Json.Nodes;
using Workers.Contracts.Events;

namespace Workers.Contracts.Upcasters;

/// <summary>Tickets from whoever tells of them. Priorities are read whatever their case, and <c>medium</c> as normal.</summary>
internal static class SupportTicket
{
    private const string Priority = "priority";
    private const string Medium = "medium";

    public static JsonObject ToTicketOpened(JsonObject detail)
    {
        var ticket = new ForeignObject(detail);
        return new()
        {
            ["ticketId"] = ticket.Text("ticketId"),
            ["customerId"] = ticket.Text("customerId"),
            ["priority"] = PriorityOf(ticket, ticket.Text(Priority).GetValue<string>()),
            ["category"] = ticket.Optional("category"),
            ["subject"] = ticket.Text("subject"),
            ["description"] = ticket.Optional("description"),
            ["timestamp"] = ticket.Optional("timestamp"),
            ["metadata"] = ticket.Optional("metadata"),
        };
    }

    /// <summary>The same priorities under our own event's name.</summary>
    public static JsonObject? OfOurs(JsonObject detail)
    {
        if (detail[Priority]?.GetValueKind() is not JsonValueKind.String)
        {
            return null;
        }

        var rewritten = detail.DeepClone().AsObject();
        rewritten[Priority] = PriorityOf(new ForeignObject(detail), detail[Priority]!.GetValue<string>());
        return rewritten;
    }

    private static string PriorityOf(ForeignObject ticket, string text)
    {
        if (text.Equals(Medium, StringComparison.OrdinalIgnoreCase))
        {
            return nameof(TicketPriority.Normal);
        }

        var names = Enum.GetNames<TicketPriority>();
        return names.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw ticket.Problem(Priority, $"must be one of {string.Join(", ", names)}");
    }
}
