using Microsoft.Extensions.Logging;
using Workers.Effects.Transactions;
using Workers.Engine.Handling;
using Workers.Events.Publishing;

namespace Workers.Effects.Committing;

/// <summary>
/// Makes waits of what is nobody's fault: a read, commit, claim or publish that fails never counts against a message.
/// What DynamoDB will never take is no outage: that message is rejected.
/// </summary>
internal sealed partial class OutageGuard(ILogger<OutageGuard> logger)
{
    public async Task<Outcome> RunAsync(Cause cause, Func<Task<Outcome>> work)
    {
        try
        {
            return await work();
        }
        catch (UnfitException exception)
        {
            return Outcome.Reject(exception.Message);
        }
        catch (StoreUnavailableException exception)
        {
            LogStoreUnavailable(cause.HandlerName, exception);
            return Outcome.Retry();
        }
        catch (PublishFailedException exception)
        {
            LogPublishFailed(cause.HandlerName, exception);
            return Outcome.Retry();
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Handler} waits: DynamoDB did not take its effect.")]
    private partial void LogStoreUnavailable(string handler, Exception exception);

    [LoggerMessage(LogLevel.Warning, "{Handler} waits: its effect is committed, its events are not all published.")]
    private partial void LogPublishFailed(string handler, Exception exception);
}
