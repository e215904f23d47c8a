using Microsoft.Extensions.Options;
using Workers.Effects.Transactions;

namespace Workers.Effects;

/// <summary>Says at start-up what would go wrong, all of it at once.</summary>
/// <param name="section">The configuration section that the options are bound from; null where they are bound from none.</param>
/// <param name="clockTolerance">How far a consumer of this host lets its clock be off at most.</param>
internal sealed class EffectsOptionsValidation(string? section, Func<TimeSpan> clockTolerance) : IValidateOptions<EffectsOptions>
{
    private static readonly TimeSpan LongestMarkerLife = TimeSpan.FromDays(3650);
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public ValidateOptionsResult Validate(string? name, EffectsOptions options)
    {
        var place = section ?? nameof(EffectsOptions);
        var problems = Rules(options).Where(rule => rule.IsBroken).Select(rule => $"{place}:{rule.Problem}").ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<(bool IsBroken, string Problem)> Rules(EffectsOptions options) =>
    [
        (options.MarkerTable.Length == 0,
            "MarkerTable is empty: without markers every redelivery would take effect again."),
        (options.MarkerLife < options.MessageLife,
            $"MarkerLife ({options.MarkerLife}) must be at least MessageLife ({options.MessageLife}): "
            + "a message redriven from its dead-letter queue after its marker expired would take effect again."),
        (options.MarkerLife > LongestMarkerLife,
            $"MarkerLife ({options.MarkerLife}) must be at most {LongestMarkerLife}: a longer one is a slip, and no date can be that far away."),
        (options.MessageLife < TimeSpan.FromMinutes(1),
            $"MessageLife ({options.MessageLife}) must be at least 00:01:00: markers would not outlive their messages."),
        (options.TakeoverMargin < TimeSpan.Zero || options.TakeoverMargin > LongestMargin,
            $"TakeoverMargin ({options.TakeoverMargin}) must be from zero to {LongestMargin}: a dead worker's work would wait that long."),
        (options.TakeoverMargin < 2 * clockTolerance(),
            $"TakeoverMargin ({options.TakeoverMargin}) must be at least twice the consumers' ClockTolerance ({clockTolerance()}): "
            + "a worker whose clock is fast would take over claims of one at work, and mail would be sent twice."),
        (string.IsNullOrWhiteSpace(options.Instance),
            "Instance is empty: two processes could complete each other's claims."),
        (options.GroupLinger < TimeSpan.Zero || options.GroupLinger > Second,
            $"GroupLinger ({options.GroupLinger}) must be from zero to a second: each message would wait that long for others."),
        (options.MaxGroupSize is < 1 or > DynamoLimits.ActionsPerTransaction,
            $"MaxGroupSize ({options.MaxGroupSize}) must be from 1 to {DynamoLimits.ActionsPerTransaction}: "
            + "none could commit, or DynamoDB would refuse the transaction."),
        (options.MaxDecisions is < 1 or > 100,
            $"MaxDecisions ({options.MaxDecisions}) must be from 1 to 100: none could commit, or a hot item would hold its messages."),
        (options.MaxReceives is < 1 or > 1_000,
            $"MaxReceives ({options.MaxReceives}) must be from 1 to 1000: "
            + "messages would fail before they could wait, or SQS would move them without a reason."),
        (options.MaxCommits is < 1 or > 20,
            $"MaxCommits ({options.MaxCommits}) must be from 1 to 20: none could commit, or the pauses would outlast the message's lease."),
        (options.CommitRetryDelay <= TimeSpan.Zero || options.CommitRetryDelay > Second,
            $"CommitRetryDelay ({options.CommitRetryDelay}) must be more than zero and at most a second: "
            + "conflicting transactions would meet again, or would wait longer than the queue's own backoff."),
    ];
}
