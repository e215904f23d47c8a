using Workers.Notification.Channels;

namespace Workers.Notification.Sending;

/// <summary>Which template goes out on which channels. Bound from <c>Workers:Notification</c>.</summary>
public sealed class RoutingOptions
{
    /// <summary>Channel names by template name, for example <c>order-confirmed: [smtp, webhook]</c>.</summary>
    /// <value>A template that is not named goes to <c>log</c>; one with an empty list goes nowhere.</value>
    public Dictionary<string, string[]> Templates { get; set; } = [];

    internal IReadOnlyList<string> ChannelsOf(string template) => Templates.GetValueOrDefault(template, [ChannelNames.Log]);
}
