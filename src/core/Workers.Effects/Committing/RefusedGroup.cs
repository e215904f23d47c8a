using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workers.Effects.Decisions;
using Workers.Effects.Grouping;
using Workers.Effects.Publishing;
using Workers.Effects.Transactions;
using Workers.Engine.Handling;

namespace Workers.Effects.Committing;

/// <summary>Says what becomes of each message of a group whose transaction was cancelled because conditions did not hold.</summary>
internal sealed partial class RefusedGroup(
    EventEmitter emitter, EffectsMetrics metrics, IOptions<EffectsOptions> options, ILogger<RefusedGroup> logger)
{
    /// <summary>
    /// A message whose marker exists is done. One that touches a refused item is decided again, alone and in order. The others are
    /// tried again together, for nothing that was decided beside a write that did not happen stands.
    /// </summary>
    public void Classify(CommitGroup group, CommitResult commit, GroupResult result)
    {
        var refusals = group.Writes.Zip(commit.Refusals)
            .Where(write => write.Second is { Kind: RefusalKind.ConditionFailed })
            .ToDictionary(write => write.First.Key, write => (Write: write.First, write.Second!.Existing));
        List<PendingDecision> bystanders = [];
        List<PendingDecision> again = [];
        foreach (var (pending, writes, _) in group.Decided)
        {
            if (refusals.GetValueOrDefault(pending.Marker).Existing is { } marker)
            {
                result.AddMarked(pending, marker, emitter);
            }
            else if (writes.FirstOrDefault(write => refusals.ContainsKey(write.Key)) is not { } write)
            {
                bystanders.Add(pending);
            }
            else if (MayBeDecidedAgain(pending, Describe(refusals[write.Key].Write, refusals[write.Key].Existing)))
            {
                again.Add(pending);
            }
        }

        if (bystanders.Count > 0)
        {
            result.TryAgain.Add(bystanders);
        }

        result.TryAgain.AddRange(again.Select(pending => (IReadOnlyList<PendingDecision>)[pending]));
    }

    private bool MayBeDecidedAgain(PendingDecision pending, string condition)
    {
        var handler = pending.Cause.HandlerName;
        pending.CountRefusal();
        metrics.DecidedAgain(handler);
        LogRefused(handler, condition);
        if (pending.Refusals < options.Value.MaxDecisions)
        {
            return true;
        }

        if (pending.ReceiveCount < options.Value.MaxReceives)
        {
            LogWaits(handler, pending.Refusals, condition);
            pending.Settle(Outcome.Retry());
        }
        else
        {
            pending.Fail(new DecisionRefusedException(
                $"{pending.Refusals} decisions did not hold at their commit, at receive {pending.ReceiveCount}: {condition}."));
        }

        return false;
    }

    /// <summary>Table, key attribute and the conditions that the item does not meet, by attribute and operator: no value is told.</summary>
    private static string Describe(Write write, Item? existing)
    {
        IReadOnlyList<Condition> conditions = write switch
        {
            Update update => update.Conditions,
            Check check => check.Conditions,
            _ => [Condition.ItemAbsent],
        };
        var failed = conditions.Where(condition => !condition.HoldsFor(existing)).ToList();
        var forms = (failed is [] ? conditions : failed).Select(condition => condition.Form);
        return $"{write.Key.Table} ({write.Key.PartitionName}): {string.Join(", ", forms)}";
    }

    [LoggerMessage(LogLevel.Debug, "{Handler} decides again: this did not hold at the commit: {Condition}")]
    private partial void LogRefused(string handler, string condition);

    [LoggerMessage(LogLevel.Warning, "{Handler} waits: {Count} decisions did not hold at their commit, the last because of {Condition}")]
    private partial void LogWaits(string handler, int count, string condition);
}

/// <summary>A message was decided as often as allowed, in as many deliveries as allowed, and no decision held at its commit.</summary>
internal sealed class DecisionRefusedException(string message) : Exception(message);
