using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Workers.Events.Publishing;
using Workers.Producer.Http;

namespace Workers.Producer.Publishing;

/// <summary>
/// The way to the bus, closed for a while when most publishes fail or take too long: callers then hear so at once instead of waiting
/// for another timeout. It is closed, too, while the bus does not exist.
/// </summary>
internal sealed class BusGate(IEventPublisher publisher, BusWatch watch, IOptions<RequestLimitOptions> limits, TimeProvider time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    // What is left of a request's time is for saying what became of it.
    private const double ShareOfTheDeadline = 0.8;

    private readonly ResiliencePipeline _breaker = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddCircuitBreaker(new()
        {
            FailureRatio = 0.5,
            MinimumThroughput = 5,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = Rest,
            ShouldHandle = new PredicateBuilder().Handle<PublishFailedException>().Handle<TimeoutRejectedException>(),
        })
        .AddTimeout(limits.Value.RequestTimeout * ShareOfTheDeadline)
        .Build();

    /// <summary>Publishes one event; returning means that EventBridge took it.</summary>
    /// <exception cref="ProblemException">It was not seen to take it.</exception>
    public async Task PublishAsync(OutgoingEvent outgoing, CancellationToken cancellationToken)
    {
        if (watch.IsMissing)
        {
            throw NotTaken("The event bus does not exist.", null);
        }

        try
        {
            await _breaker.ExecuteAsync(
                static async (call, token) => await call.publisher.PublishAsync([call.outgoing], token),
                (publisher, outgoing),
                cancellationToken);
        }
        catch (Exception exception) when (exception is PublishFailedException { OutcomeIsUnknown: true } or TimeoutRejectedException)
        {
            throw Unavailable("The event bus did not answer.", UnknownOutcome.Advice, exception);
        }
        catch (Exception exception) when (exception is PublishFailedException or BrokenCircuitException)
        {
            throw NotTaken("The event bus did not take the event.", exception);
        }
    }

    private static ProblemException NotTaken(string title, Exception? cause) => Unavailable(title, "Nothing was published. Try again later.", cause);

    private static ProblemException Unavailable(string title, string advice, Exception? cause) =>
        new(StatusCodes.Status503ServiceUnavailable, title, advice, cause) { RetryAfter = Rest };
}
