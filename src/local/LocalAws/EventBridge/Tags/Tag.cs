using System.Text.Json.Serialization;
using LocalAws.EventBridge.Lists;

namespace LocalAws.EventBridge.Tags;

/// <summary>A tag of a bus or rule.</summary>
internal sealed record Tag(string? Key, string? Value) : INamed
{
    [JsonIgnore]
    public string Name => Key!;
}
