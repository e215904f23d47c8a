using Polly;
using Polly.CircuitBreaker;

namespace Workers.Notification.Channels;

/// <summary>A channel within its limits: so many at once, each within its timeout, and none while the channel rests after failures.</summary>
internal sealed class GuardedChannel : IDisposable
{
    private readonly IChannel _channel;
    private readonly SemaphoreSlim _slots;
    private readonly ResiliencePipeline _pipeline;

    public GuardedChannel(IChannel channel, ChannelLimits limits, TimeProvider time)
    {
        _channel = channel;
        _slots = new SemaphoreSlim(limits.MaxConcurrent);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new()
            {
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = limits.Break,
                ShouldHandle = new PredicateBuilder().Handle<Exception>(
                    exception => exception is not (UndeliverableException or OperationCanceledException)),
            })
            .AddTimeout(limits.Timeout)
            .Build();
        Rest = limits.Break;
    }

    /// <summary>The channel's name.</summary>
    public string Name => _channel.Name;

    /// <summary>How long the channel rests after failures.</summary>
    public TimeSpan Rest { get; }

    /// <summary>Delivers a notification; see <see cref="IChannel.SendAsync"/>.</summary>
    /// <exception cref="BrokenCircuitException">The channel rests.</exception>
    /// <exception cref="Polly.Timeout.TimeoutRejectedException">The delivery took too long.</exception>
    public async Task SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            await _pipeline.ExecuteAsync(
                static (send, token) => new ValueTask(send._channel.SendAsync(send.notification, token)),
                (_channel, notification),
                cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();
}
