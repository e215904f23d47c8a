using System.Text.Json.Nodes;

namespace Workers.Events.Reading;

/// <summary>One step from an older or foreign shape towards the newest.</summary>
internal sealed record Upcast(EventName From, int FromMajor, EventName To, int ToMajor, Func<JsonObject, JsonObject> Rewrite);
