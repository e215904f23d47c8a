using Workers.Notification.Channels;

namespace Workers.Tests.Notification;

/// <summary>A channel that records what it is given and does what the spec says.</summary>
internal sealed class FakeChannel(string name) : IChannel
{
    public string Name => name;

    public List<OutgoingNotification> Sent { get; } = [];

    public Func<CancellationToken, Task> Behaviour { get; set; } = _ => Task.CompletedTask;

    public async Task SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        await Behaviour(cancellationToken);
        Sent.Add(notification);
    }
}
