using System.Text.Json;
using Workers.AuditTrail;

namespace Workers.Audit;

/// <summary>Finds what an event is about, by the names of the detail's members: ours and those of other producers.</summary>
internal static class EventEntities
{
    private const string Data = "data";
    private const string Items = "items";

    private static readonly Dictionary<string, string> KindsByName = new()
    {
        ["orderId"] = AuditEntity.Order,
        ["order_id"] = AuditEntity.Order,
        ["ticketId"] = AuditEntity.Ticket,
        ["ticket_id"] = AuditEntity.Ticket,
        ["customerId"] = AuditEntity.Customer,
        ["customer_id"] = AuditEntity.Customer,
        ["userId"] = AuditEntity.Customer,
        ["user_id"] = AuditEntity.Customer,
        ["productId"] = AuditEntity.Product,
        ["product_id"] = AuditEntity.Product,
        ["itemId"] = AuditEntity.Product,
        ["item_id"] = AuditEntity.Product,
    };

    /// <summary>Every entity once, the one that holds the event first. An event of none is its source's.</summary>
    public static IReadOnlyList<string> Of(string source, string json)
    {
        var found = new List<(string Kind, string Id)>();
        using var document = AuditDetail.Parse(json);
        if (document is not null)
        {
            FindSafely(document.RootElement, found);
        }

        return found.Count == 0
            ? [AuditEntity.Of(AuditEntity.Source, source)]
            : [.. AuditEntity.Kinds
                .SelectMany(kind => found.Where(entity => entity.Kind == kind))
                .Select(entity => AuditEntity.Of(entity.Kind, entity.Id))
                .Distinct()];
    }

    private static void FindSafely(JsonElement detail, List<(string Kind, string Id)> found)
    {
        try
        {
            Find(detail, found);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which is JSON and no text. What was found before it counts.
        }
    }

    private static void Find(JsonElement element, List<(string Kind, string Id)> found)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            return;
        }

        AddIds(element, found);
        foreach (var member in element.EnumerateObject())
        {
            if (member.NameEquals(Data) && member.Value.ValueKind is JsonValueKind.Object)
            {
                Find(member.Value, found);
            }
            else if (member.NameEquals(Items) && member.Value.ValueKind is JsonValueKind.Array)
            {
                foreach (var item in member.Value.EnumerateArray())
                {
                    AddItem(item, found);
                }
            }
        }
    }

    /// <summary>An item names its product; for some producers that name is all of it.</summary>
    private static void AddItem(JsonElement item, List<(string Kind, string Id)> found)
    {
        if (item.ValueKind is JsonValueKind.Object)
        {
            AddIds(item, found);
        }
        else if (item.ValueKind is JsonValueKind.String && item.GetString() is { Length: > 0 } id)
        {
            found.Add((AuditEntity.Product, id));
        }
    }

    private static void AddIds(JsonElement element, List<(string Kind, string Id)> found)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (KindsByName.TryGetValue(member.Name, out var kind) && IdOf(member.Value) is { Length: > 0 } id)
            {
                found.Add((kind, id));
            }
        }
    }

    /// <summary>Other producers count their ids.</summary>
    private static string? IdOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
