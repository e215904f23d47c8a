using System.Collections.Concurrent;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Provisioning.Resources;

namespace Workers.Operations.Fleet;

/// <summary>
/// Finds in what the rules differ from the topology: those that nobody declared, and declared ones that are missing, disabled, or match or
/// send something else. A look is one call of ListRules for a hundred rules, and one of ListTargetsByRule for each, four at once.
/// </summary>
internal sealed class BusDrift(FleetAccess fleet)
{
    private const int CallsAtOnce = 4;

    private IAmazonEventBridge Events => fleet.Aws.EventBridge;

    /// <summary>
    /// Everything that differs, in the order of the rules' names. Rules that AWS itself manages, an archive's, are left out.
    /// </summary>
    /// <exception cref="ResourceNotFoundException">There is no such bus.</exception>
    public async Task<IReadOnlyList<Drift>> FindAsync(CancellationToken cancellationToken)
    {
        var live = await BusRules.ListAsync(Events, fleet.Naming.NameOf(Topology.Bus), cancellationToken);
        foreach (var rule in Topology.Rules.Where(rule => rule.IsOnDefaultBus))
        {
            live.AddRange(await OnDefaultBusAsync(rule, cancellationToken));
        }

        var found = new ConcurrentBag<Drift>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(live, options, async (rule, token) =>
        {
            var targets = await Events.ListTargetsByRuleAsync(new() { Rule = rule.Name, EventBusName = rule.EventBusName }, token);
            foreach (var drift in Of(rule, [.. (targets.Targets ?? []).Select(target => target.Arn)]))
            {
                found.Add(drift);
            }
        });
        var names = live.Select(rule => rule.Name).ToHashSet();
        return
        [
            .. found
                .Concat(Topology.Rules.Where(rule => !names.Contains(fleet.Naming.NameOf(rule.Name))).SelectMany(Missing))
                .OrderBy(drift => drift.Name, StringComparer.Ordinal)
                .ThenBy(drift => drift.Queue, StringComparer.Ordinal),
        ];
    }

    /// <summary>In what one rule differs.</summary>
    /// <param name="live">The rule as EventBridge has it.</param>
    /// <param name="targets">The ARNs that it sends to.</param>
    internal IEnumerable<Drift> Of(Rule live, IReadOnlyList<string> targets)
    {
        if (Topology.Rules.FirstOrDefault(rule => fleet.Naming.NameOf(rule.Name) == live.Name) is not { } declared)
        {
            return targets.Count == 0
                ? [new(DriftKind.UndeclaredRule, live.Name, Queue: null, "it sends nothing")]
                : targets.Select(arn => new Drift(DriftKind.UndeclaredRule, live.Name, QueueOf(arn), $"it sends to {TargetOf(arn)}"));
        }

        var wanted = WantedOf(declared, live.Arn);
        return
        [
            .. live.State == RuleState.DISABLED ? ForEach(declared, DriftKind.Disabled, "it is disabled: nothing comes by it") : [],
            .. Json.AreEqual(live.EventPattern, PatternOf(declared, live.Arn))
                ? []
                : ForEach(declared, DriftKind.Changed, $"its pattern is {live.EventPattern}"),
            .. targets.Except(wanted).Select(arn =>
                new Drift(DriftKind.UndeclaredTarget, live.Name, QueueOf(arn), $"it sends to {TargetOf(arn)} too")),
            .. wanted.Except(targets).Select(arn =>
                new Drift(DriftKind.Missing, live.Name, QueueOf(arn), $"it does not send to {TargetOf(arn)}")),
        ];
    }

    // The account's own bus has rules of everybody: only the fleet's are looked at.
    private async Task<IEnumerable<Rule>> OnDefaultBusAsync(RuleDefinition rule, CancellationToken cancellationToken)
    {
        try
        {
            var live = await Events.DescribeRuleAsync(new() { Name = fleet.Naming.NameOf(rule.Name) }, cancellationToken);
            return [new() { Name = live.Name, Arn = live.Arn, State = live.State, EventPattern = live.EventPattern }];
        }
        catch (ResourceNotFoundException)
        {
            return [];
        }
    }

    private IEnumerable<Drift> Missing(RuleDefinition rule) => ForEach(rule, DriftKind.Missing, "it does not exist");

    private IEnumerable<Drift> ForEach(RuleDefinition rule, DriftKind kind, string what) =>
        rule.Targets.DefaultIfEmpty().Select(queue => new Drift(kind, fleet.Naming.NameOf(rule.Name), queue, what));

    private string PatternOf(RuleDefinition rule, string ruleArn) =>
        RulePattern.Of(rule, machine => ArnOf(ruleArn, "states", $"stateMachine:{fleet.Naming.NameOf(machine.Name)}")).ToJsonString();

    private IReadOnlyList<string> WantedOf(RuleDefinition rule, string ruleArn) =>
    [
        .. rule.Targets.Select(queue => ArnOf(ruleArn, "sqs", fleet.Naming.NameOf(queue))),
        .. rule.Starts is { } machine ? (string[])[ArnOf(ruleArn, "states", $"stateMachine:{fleet.Naming.NameOf(machine.Name)}")] : [],
    ];

    // All that is the fleet's is of one account and region, so a rule's ARN tells those of its targets.
    private static string ArnOf(string ruleArn, string service, string name) =>
        ruleArn.Split(':') is [_, var partition, _, var region, var account, ..]
            ? $"arn:{partition}:{service}:{region}:{account}:{name}"
            : name;

    private string? QueueOf(string arn) =>
        Topology.Queues.FirstOrDefault(queue => arn.EndsWith($":{fleet.Naming.NameOf(queue.Name)}", StringComparison.Ordinal))?.Name;

    private static string TargetOf(string arn) => arn.Split(':', 6) is [_, _, var service, _, _, var name] ? $"{service} {name}" : arn;
}

/// <summary>Something that runs, and that the topology does not declare, or declares otherwise.</summary>
/// <param name="Kind">In what it differs.</param>
/// <param name="Name">The rule's name, prefix included; of an event, source and detail-type.</param>
/// <param name="Queue">The unprefixed name of the queue that it is about; null for none of the fleet's.</param>
/// <param name="What">What differs, as the end of a sentence about it.</param>
public sealed record Drift(DriftKind Kind, string Name, string? Queue, string What)
{
    /// <summary>Whether it brings what nothing declares; else something declared is not there.</summary>
    public bool IsUndeclared => Kind is DriftKind.UndeclaredRule or DriftKind.UndeclaredTarget or DriftKind.UndeclaredEvent;
}

/// <summary>In what something differs from the topology.</summary>
public enum DriftKind
{
    /// <summary>A rule on the fleet's bus that nobody declared.</summary>
    UndeclaredRule,

    /// <summary>A declared rule sends to somebody else too.</summary>
    UndeclaredTarget,

    /// <summary>An event that no rule names and no worker emits.</summary>
    UndeclaredEvent,

    /// <summary>A declared rule is disabled.</summary>
    Disabled,

    /// <summary>A declared rule matches something else.</summary>
    Changed,

    /// <summary>A declared rule, or one of its targets, is not there.</summary>
    Missing,
}
