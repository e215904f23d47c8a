using Microsoft.Extensions.Logging;
using Workers.Effects.Transactions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Publishing;

namespace Workers.Effects.Committing;

/// <summary>
/// Runs a handler's effects, and makes waits of what is not the message's fault: a read, commit, claim or publish that fails never counts
/// against it. What DynamoDB will never take is no outage: that message is rejected.
/// </summary>
internal sealed partial class OutageGuard(RequestCosts costs, ILogger<OutageGuard> logger)
{
    public async Task<Outcome> RunAsync(EffectCause cause, Func<Task<Outcome>> work)
    {
        costs.AreFor(cause.HandlerName);
        try
        {
            return await work();
        }
        catch (ImpossibleRequestException exception)
        {
            return Outcome.Reject(exception.Message);
        }
        catch (StoreUnavailableException exception) when (exception.Failure is AwsFailure.Refused)
        {
            LogRefused(cause.HandlerName, exception);
            return Outcome.Retry();
        }
        catch (StoreUnavailableException exception)
        {
            LogStoreUnavailable(cause.HandlerName, exception.Failure, exception);
            return Outcome.Retry();
        }
        catch (PublishFailedException exception)
        {
            LogPublishFailed(cause.HandlerName, exception);
            return Outcome.Retry();
        }
    }

    [LoggerMessage(LogLevel.Error, "{Handler} waits, and will until somebody changes this: DynamoDB refuses its calls.")]
    private partial void LogRefused(string handler, Exception exception);

    [LoggerMessage(LogLevel.Warning, "{Handler} waits: DynamoDB did not take its effect ({Failure}).")]
    private partial void LogStoreUnavailable(string handler, AwsFailure failure, Exception exception);

    [LoggerMessage(LogLevel.Warning, "{Handler} waits: its effect is committed, its events are not all published.")]
    private partial void LogPublishFailed(string handler, Exception exception);
}
