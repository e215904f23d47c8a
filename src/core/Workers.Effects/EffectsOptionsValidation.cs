using Microsoft.Extensions.Options;
using Workers.Effects.Transactions;

namespace Workers.Effects;

/// <summary>Says at start-up what would go wrong, all of it at once.</summary>
internal sealed class EffectsOptionsValidation : IValidateOptions<EffectsOptions>
{
    public ValidateOptionsResult Validate(string? name, EffectsOptions options)
    {
        var problems = Problems(options).Select(problem => $"{EffectsOptions.Section}:{problem}").ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(EffectsOptions options)
    {
        if (options.MarkerTable.Length == 0)
        {
            yield return "MarkerTable is empty: without markers every redelivery would take effect again.";
        }

        if (options.MarkerLife < options.MessageLife)
        {
            yield return $"MarkerLife ({options.MarkerLife}) must be at least MessageLife ({options.MessageLife}): "
                + "a message redriven from its dead-letter queue after its marker expired would take effect again.";
        }

        if (string.IsNullOrWhiteSpace(options.Instance))
        {
            yield return "Instance is empty: two processes could complete each other's claims.";
        }

        if (options.GroupLinger < TimeSpan.Zero || options.GroupLinger > TimeSpan.FromSeconds(1))
        {
            yield return $"GroupLinger ({options.GroupLinger}) must be from zero to a second: "
                + "each message would wait that long for others.";
        }

        if (options.MaxGroupSize is < 1 or > DynamoLimits.ActionsPerTransaction)
        {
            yield return $"MaxGroupSize ({options.MaxGroupSize}) must be from 1 to {DynamoLimits.ActionsPerTransaction}: "
                + "none could commit, or DynamoDB would refuse the transaction.";
        }

        if (options.MaxDecisions is < 1 or > 100)
        {
            yield return $"MaxDecisions ({options.MaxDecisions}) must be from 1 to 100: "
                + "none could commit, or a hot item would hold its messages.";
        }

        if (options.MaxCommits is < 1 or > 20)
        {
            yield return $"MaxCommits ({options.MaxCommits}) must be from 1 to 20: "
                + "none could commit, or the pauses would outlast the message's lease.";
        }

        if (options.CommitRetryDelay <= TimeSpan.Zero || options.CommitRetryDelay > TimeSpan.FromSeconds(1))
        {
            yield return $"CommitRetryDelay ({options.CommitRetryDelay}) must be more than zero and at most a second: "
                + "conflicting transactions would meet again, or would wait longer than the queue's own backoff.";
        }
    }
}
