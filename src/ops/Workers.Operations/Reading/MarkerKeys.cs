using Workers.Contracts;
using Workers.Notification.Channels;

namespace Workers.Operations.Reading;

/// <summary>The keys under which handlers remember events.</summary>
internal static class MarkerKeys
{
    /// <summary>The parts that handlers with effects elsewhere name, by the consumer that their names begin with.</summary>
    private static readonly Dictionary<string, string[]> Parts = new()
    {
        ["Notification"] = [.. ChannelNames.All],
        ["Payments"] = ["charge", "refund"],
        ["Shipping"] = ["shipment", "overdue"],
        ["Workflow"] = ["answer", "stop", "tell"],
    };

    /// <summary>Every key under which a handler may remember an event.</summary>
    /// <param name="handler">The handler's name.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="orderId">The order that it is about; null where that is not known.</param>
    /// <param name="taskToken">The token of the task that waits for it; null where none does, or where that is not known.</param>
    public static IEnumerable<string> Of(string handler, string eventId, string? orderId, string? taskToken = null)
    {
        string[] once =
        [
            eventId,
            .. orderId is null ? [] : (string[])[$"orderId={orderId}", $"orderId={orderId},event={eventId}"],
            .. taskToken is null ? [] : (string[])[TaskTokenKey.Of(taskToken)],
        ];
        var parts = Parts.GetValueOrDefault(handler.Split('.')[0], []);
        return once.SelectMany(key => parts.Select(part => $"{handler}#{key}#{part}").Prepend($"{handler}#{key}"));
    }
}
