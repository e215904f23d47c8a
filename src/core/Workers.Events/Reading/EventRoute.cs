using System.Text.Json.Nodes;

namespace Workers.Events.Reading;

/// <summary>How a detail of one name and major version is read: through upcasters, oldest first, into the newest shape.</summary>
internal sealed record EventRoute(IReadOnlyList<Func<JsonObject, JsonObject>> Upcasters, EventShape Shape)
{
    public byte[] Upcast(ReadOnlySpan<byte> detail) =>
        JsonTree.Rewrite(detail, tree => Upcasters.Aggregate(tree, (older, upcast) => upcast(older)))!;
}
