using Amazon.EventBridge.Model;
using Workers.Contracts;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.Resources;

/// <summary>Where a rule sends what it matches. A target that the topology does not know is removed: the rule is ours.</summary>
internal sealed class TargetsResource(RuleDefinition rule, ProvisioningScope scope) : IResource
{
    public string Kind => "targets of rule";

    public string Name => scope.NameOf(rule.Name);

    private string Bus => scope.BusOf(rule);

    public async Task<IReadOnlyList<string>?> DifferencesAsync(CancellationToken cancellationToken)
    {
        var actual = await ListAsync(cancellationToken);
        if (actual.Count == 0)
        {
            return null;
        }

        var ids = actual.Select(target => target.Id).ToHashSet();
        var desired = Desired();
        return
        [
            .. desired.Where(target => !ids.Contains(target.Id)).Select(target => $"{target.Id}: missing"),
            .. Surplus(actual).Select(id => $"{id}: not in the topology"),
            .. from target in desired
               join other in actual on target.Id equals other.Id
               from difference in TargetDifferences.Of(other, target)
               select $"{target.Id} {difference}",
        ];
    }

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        var answer = await scope.Clients.EventBridge.PutTargetsAsync(
            new() { Rule = Name, EventBusName = Bus, Targets = Desired() }, cancellationToken);
        if (answer.FailedEntries is [var failed, ..])
        {
            throw new ProvisioningException($"{Kind} {Name}: {failed.TargetId} was refused: {failed.ErrorCode} {failed.ErrorMessage}");
        }
    }

    public async Task ChangeAsync(CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        await RemoveAsync(Surplus(await ListAsync(cancellationToken)), cancellationToken);
    }

    public async Task<bool> DeleteAsync(CancellationToken cancellationToken)
    {
        var actual = await ListAsync(cancellationToken);
        await RemoveAsync([.. actual.Select(target => target.Id)], cancellationToken);
        return actual.Count > 0;
    }

    private List<Target> Desired() => rule.Starts is { } machine
        ? [.. Queues(), Target(machine.Name, scope.ArnOf(machine), scope.RoleArnOf(machine.StarterRole))]
        : [.. Queues()];

    private IEnumerable<Target> Queues() => rule.Targets.Select(queue => Target(queue, scope.ArnOf(queue), roleArn: null));

    // The target's id is its queue's or state machine's name: at most 64 characters, and the same for every prefix.
    private Target Target(string id, string? arn, string? roleArn) => new()
    {
        Id = id,
        Arn = arn,
        RoleArn = roleArn,
        DeadLetterConfig = new() { Arn = scope.ArnOf(Topology.Delivery.DeadLetterQueue) },
        RetryPolicy = new()
        {
            MaximumEventAgeInSeconds = (int)Topology.Delivery.MaximumEventAge.TotalSeconds,
            MaximumRetryAttempts = Topology.Delivery.MaximumAttempts,
        },
        InputTransformer = rule.InputTemplate is { } template ? new() { InputTemplate = template } : null,
    };

    private List<string> Surplus(IEnumerable<Target> actual) =>
        [.. actual.Select(target => target.Id).Except(Desired().Select(target => target.Id))];

    // One page is all: a rule has at most five targets on AWS.
    private async Task<List<Target>> ListAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await scope.Clients.EventBridge.ListTargetsByRuleAsync(
                new() { Rule = Name, EventBusName = Bus }, cancellationToken);
            return answer.Targets ?? [];
        }
        catch (ResourceNotFoundException)
        {
            return [];
        }
    }

    private async Task RemoveAsync(List<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return;
        }

        var answer = await scope.Clients.EventBridge.RemoveTargetsAsync(
            new() { Rule = Name, EventBusName = Bus, Ids = ids }, cancellationToken);
        if (answer.FailedEntries is [var failed, ..])
        {
            throw new ProvisioningException($"{Kind} {Name}: {failed.TargetId} was kept: {failed.ErrorCode} {failed.ErrorMessage}");
        }
    }
}
