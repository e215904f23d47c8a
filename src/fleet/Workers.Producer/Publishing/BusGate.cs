using Polly;
using Polly.CircuitBreaker;
using Workers.Events.Publishing;
using Workers.Producer.Http;

namespace Workers.Producer.Publishing;

/// <summary>
/// The way to the bus, closed for a while when most publishes fail: callers then hear so at once instead of waiting for another
/// timeout.
/// </summary>
internal sealed class BusGate(IEventPublisher publisher, TimeProvider time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private readonly ResiliencePipeline _breaker = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddCircuitBreaker(new()
        {
            FailureRatio = 0.5,
            MinimumThroughput = 5,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = Rest,
            ShouldHandle = new PredicateBuilder().Handle<PublishFailedException>(),
        })
        .Build();

    /// <summary>Publishes one event; returning means that EventBridge took it.</summary>
    /// <exception cref="BusUnavailableException">It was not seen to take it.</exception>
    public async Task PublishAsync(OutgoingEvent outgoing, CancellationToken cancellationToken)
    {
        try
        {
            await _breaker.ExecuteAsync(
                static async (call, token) => await call.publisher.PublishAsync([call.outgoing], token),
                (publisher, outgoing),
                cancellationToken);
        }
        catch (Exception exception) when (exception is PublishFailedException or BrokenCircuitException)
        {
            throw new BusUnavailableException(Rest, exception is PublishFailedException { OutcomeIsUnknown: true }, exception);
        }
    }
}
