using System.Text.Json.Nodes;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.Resources;

/// <summary>A rule: its pattern, and that it is enabled. Its targets are a resource of their own, because they come later.</summary>
internal sealed class RuleResource(RuleDefinition rule, ProvisioningScope scope) : IResource
{
    public string Kind => "rule";

    public string Name => scope.NameOf(rule.Name);

    private string Bus => scope.BusOf(rule);

    private string Pattern => RulePattern.Of(rule, machine => JsonValue.Create(scope.ArnOf(machine))).ToJsonString();

    public async Task<IReadOnlyList<string>?> DifferencesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var actual = await scope.Clients.EventBridge.DescribeRuleAsync(
                new() { Name = Name, EventBusName = Bus }, cancellationToken);
            scope.Learn(rule.Name, actual.Arn);
            return [.. Differences(actual)];
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    public Task CreateAsync(CancellationToken cancellationToken) => ChangeAsync(cancellationToken);

    public async Task ChangeAsync(CancellationToken cancellationToken)
    {
        var answer = await scope.Clients.EventBridge.PutRuleAsync(
            new() { Name = Name, EventBusName = Bus, EventPattern = Pattern, State = RuleState.ENABLED }, cancellationToken);
        scope.Learn(rule.Name, answer.RuleArn);
    }

    public async Task<bool> DeleteAsync(CancellationToken cancellationToken)
    {
        if (await DifferencesAsync(cancellationToken) is null)
        {
            return false;   // AWS deletes what does not exist without a word
        }

        await scope.Clients.EventBridge.DeleteRuleAsync(new() { Name = Name, EventBusName = Bus }, cancellationToken);
        return true;
    }

    private IEnumerable<string> Differences(DescribeRuleResponse actual)
    {
        if (!Json.AreEqual(actual.EventPattern, Pattern))
        {
            yield return Difference.Of("EventPattern", actual.EventPattern, Pattern);
        }

        if (actual.State != RuleState.ENABLED)
        {
            yield return Difference.Of("State", actual.State, RuleState.ENABLED);
        }
    }
}
