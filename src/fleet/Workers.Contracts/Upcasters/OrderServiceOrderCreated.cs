using System.Text.Json.Nodes;

namespace Workers.Contracts.Upcasters;

/// <summary>
/// Orders nested in <c>data</c>, with their metadata beside it, from <see cref="EventSources.OrderService"/>.
/// Its version 2 says no more that we need, and what we need is asked for by name in both.
/// </summary>
internal static class OrderServiceOrderCreated
{
    private static readonly string[] MetadataMembers = ["eventId", "eventVersion", "correlationId", "causationId"];

    public static JsonObject ToOrderPlaced(JsonObject detail)
    {
        var created = new ForeignObject(detail);
        RefuseOtherVersions(created);

        var order = created.Object("data");
        return new()
        {
            ["orderId"] = order.Text("orderId"),
            ["customerId"] = order.Text("userId"),
            ["items"] = order.List("items").DeepClone(),
            ["amount"] = order.Number("total"),
            ["timestamp"] = order.Optional("timestamp") ?? created.Optional("timestamp"),
            ["metadata"] = Metadata(created),
        };
    }

    private static void RefuseOtherVersions(ForeignObject created)
    {
        const string Version = "eventVersion";
        if (created.Optional(Version) is not null
            && created.Text(Version).GetValue<string>() is var version
            && !version.StartsWith("1.", StringComparison.Ordinal)
            && !version.StartsWith("2.", StringComparison.Ordinal))
        {
            throw created.Problem(Version, "must be 1.minor or 2.minor, the versions that are known here");
        }
    }

    /// <summary>What a publisher of ours put into <c>metadata</c> goes before what the service says.</summary>
    private static JsonObject Metadata(ForeignObject created)
    {
        var metadata = created.Optional("metadata")?.AsObject() ?? [];
        foreach (var member in MetadataMembers)
        {
            metadata[member] ??= created.Optional(member);
        }

        return metadata;
    }
}
