using Microsoft.Extensions.Options;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Notification.Channels;
using Workers.Notification.Stores;
using Workers.Notification.Templates;

namespace Workers.Notification.Sending;

/// <summary>
/// Sends a draft on every channel of its template, each under a claim of its own: a channel that fails is tried again without
/// the others, and that is a wait, however often it fails. A crash between a channel's yes and the record sends once more, with the same
/// notification id.
/// </summary>
internal sealed partial class Notifier : IDisposable
{
    /// <summary>How long what failed waits, where the other side names no time. Waits that repeat grow (<see cref="Outcome.Retry"/>).</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    private readonly ILeasedEffects _effects;
    private readonly TimeProvider _time;
    private readonly RoutingOptions _routing;
    private readonly Dictionary<string, GuardedChannel> _channels;
    private readonly ILogger _logger;

    public Notifier(
        ILeasedEffects effects,
        IEnumerable<IChannel> channels,
        IOptions<RoutingOptions> routing,
        IOptionsMonitor<ChannelLimits> limits,
        TimeProvider time,
        Jitter jitter,
        ILogger<Notifier> logger)
    {
        (_effects, _time, _logger) = (effects, time, logger);
        _routing = routing.Value;
        _channels = channels.ToDictionary(
            channel => channel.Name,
            channel => new GuardedChannel(channel, limits.Get(channel.Name), time, jitter, logger));
    }

    public async Task<Outcome> SendAsync<TEvent>(
        Draft draft,
        EventMessage<TEvent> message,
        CancellationToken cancellationToken)
        where TEvent : class, IEventDetail
    {
        var sends = _routing.ChannelsOf(draft.Template).Select(name => SendOnceAsync(_channels[name], draft, message, cancellationToken));
        return Outcome.Of(await Task.WhenAll(sends));
    }

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
        {
            channel.Dispose();
        }
    }

    private Task<Outcome> SendOnceAsync<TEvent>(
        GuardedChannel channel,
        Draft draft,
        EventMessage<TEvent> message,
        CancellationToken cancellationToken)
        where TEvent : class, IEventDetail
    {
        var notification = OutgoingNotification.Of(draft, channel.Name, message.Metadata.EventId);
        return channel.RunAsync(
            () => _effects.RunAsync(message, channel.Name, draft.OncePer, (_, token) => SendAsync(channel, notification, token), cancellationToken),
            cancellationToken);
    }

    private async Task<EffectResult> SendAsync(
        GuardedChannel channel,
        OutgoingNotification notification,
        CancellationToken cancellationToken)
    {
        try
        {
            await channel.SendAsync(notification, cancellationToken);
        }
        catch (ChannelDownException down)
        {
            var after = down.After is not { } asked ? Pause : asked < LongestPause ? asked : LongestPause;
            LogNotTaken(channel.Name, after, down.Message);
            return EffectResult.Retry(after);
        }
        catch (UndeliverableException exception)
        {
            return EffectResult.Reject(exception.Message);
        }

        return EffectResult.Done(
            [NotificationRecord.Of(notification, channel.Name, _time.GetUtcNow())],
            [new Emission(Sent(channel.Name, notification), notification.NotificationId)]);
    }

    private static NotificationSent Sent(string channel, OutgoingNotification notification) =>
        new(
            notification.NotificationId,
            channel,
            notification.Draft.Recipient,
            notification.Draft.Template,
            notification.Draft.OrderId,
            notification.Draft.ProductId);

    [LoggerMessage(LogLevel.Warning, "The channel {Channel} did not take the notification, which waits {Delay}: {Reason}")]
    private partial void LogNotTaken(string channel, TimeSpan delay, string reason);
}
