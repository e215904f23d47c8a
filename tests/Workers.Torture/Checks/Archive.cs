using System.Text.Json;
using Workers.AuditTrail;
using Workers.Contracts;
using Workers.Events;

namespace Workers.Torture.Checks;

/// <summary>Everything that was on the bus, by event id.</summary>
internal sealed class Archive
{
    private readonly Dictionary<string, ArchivedEvent> _events = [];

    public IReadOnlyDictionary<string, ArchivedEvent> Events => _events;

    /// <summary>Event id and fingerprint of everything that was said.</summary>
    public HashSet<(string EventId, string Fingerprint)> Facts { get; } = [];

    /// <summary>How many entries, repeats included.</summary>
    public long Entries { get; private set; }

    public static async Task<Archive> ReadAsync(Uri aws, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = aws };
        await using var json = await http.GetStreamAsync($"/_local/archives/{Topology.ArchiveName}", cancellationToken);
        var archive = new Archive();
        await foreach (var envelope in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(json, cancellationToken: cancellationToken))
        {
            archive.Add(envelope);
        }

        return archive;
    }

    public IEnumerable<ArchivedEvent> Of(string detailType) => _events.Values.Where(archived => archived.DetailType == detailType);

    private void Add(JsonElement envelope)
    {
        Entries++;
        var detail = envelope.GetProperty("detail");
        var metadata = detail.GetProperty("metadata");
        var id = metadata.GetProperty("eventId").GetString()!;
        var name = new EventName(envelope.GetProperty("source").GetString()!, envelope.GetProperty("detail-type").GetString()!);
        var content = AuditFingerprint.Of(name, detail.GetRawText());   // a fact may be told again upon another cause, at another time
        Facts.Add((id, content));
        if (!_events.TryGetValue(id, out var archived))
        {
            _events[id] = archived = new ArchivedEvent(
                id, name.DetailType, content, Text(metadata, "causationId"))
            {
                OrderId = Text(detail, "orderId"),
                ProductId = Text(detail, "productId"),
                NotificationId = Text(detail, "notificationId"),
                CustomerId = Text(detail, "customerId"),
                TicketId = Text(detail, "ticketId"),
                Step = Text(detail, "step"),
                Overdue = Text(detail, "overdue"),
                ToTeam = Text(detail, "toTeam"),
                PurchaseOrderId = Text(detail, "purchaseOrderId"),
                PurchaseEventId = Text(detail, "purchaseEventId"),
            };
        }

        archived.Seen(content);
    }

    private static string? Text(JsonElement of, string member) =>
        of.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
