using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
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
/// the others. A crash between a channel's yes and the record sends once more, with the same notification id.
/// </summary>
internal sealed class Notifier : IDisposable
{
    private readonly ILeasedEffects _effects;
    private readonly TimeProvider _time;
    private readonly RoutingOptions _routing;
    private readonly Dictionary<string, GuardedChannel> _channels;

    public Notifier(
        ILeasedEffects effects,
        IEnumerable<IChannel> channels,
        IOptions<RoutingOptions> routing,
        IOptionsMonitor<ChannelLimits> limits,
        TimeProvider time)
    {
        _effects = effects;
        _time = time;
        _routing = routing.Value;
        _channels = channels.ToDictionary(
            channel => channel.Name,
            channel => new GuardedChannel(channel, limits.Get(channel.Name), time));
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
        return _effects.RunAsync(message, channel.Name, (_, token) => SendAsync(channel, notification, token), cancellationToken);
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
        catch (BrokenCircuitException)
        {
            return EffectResult.Retry(channel.Rest);
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
}
