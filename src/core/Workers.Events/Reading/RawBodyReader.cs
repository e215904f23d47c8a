using System.Text.Json.Nodes;

namespace Workers.Events.Reading;

/// <summary>Reads a body that is a detail and nothing else. Which event it is, the registration says.</summary>
internal sealed class RawBodyReader(EventName name) : IBodyReader
{
    /// <inheritdoc/>
    public JsonObject ToEnvelope(JsonObject body) => new()
    {
        ["source"] = name.Source,
        ["detail-type"] = name.DetailType,
        ["detail"] = body.DeepClone(),
    };
}
