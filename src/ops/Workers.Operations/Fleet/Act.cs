using System.Text.Json.Nodes;
using Workers.Events;
using Workers.Events.Publishing;

namespace Workers.Operations.Fleet;

/// <summary>Something that an operator does to a running fleet, as the audit trail keeps it.</summary>
/// <param name="What">The event's detail-type, for example <c>Queue Paused</c>.</param>
/// <param name="Subject">What it was done to, for example a queue's unprefixed name.</param>
/// <param name="By">Who did it.</param>
/// <param name="Reason">Why; null where nothing was said.</param>
internal sealed record Act(string What, string Subject, string By, string? Reason)
{
    /// <summary>The source of every act.</summary>
    public const string Source = "ecommerce.operations";

    /// <summary>What else is to be told of it.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Details { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>The event; no worker understands it, and the audit worker keeps it.</summary>
    public OutgoingEvent ToEvent(DateTimeOffset at)
    {
        var id = Guid.CreateVersion7(at).ToString();
        var detail = new JsonObject { ["subject"] = Subject, ["by"] = By, ["reason"] = Reason, ["timestamp"] = at.UtcDateTime };
        foreach (var (name, value) in Details)
        {
            detail[name] = value?.DeepClone();
        }

        detail["metadata"] = new JsonObject { ["eventId"] = id, ["eventVersion"] = "1.0", ["correlationId"] = id };
        return new(id, new EventName(Source, What), detail.ToJsonString(), at);
    }
}
