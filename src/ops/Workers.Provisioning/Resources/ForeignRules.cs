using Amazon.EventBridge.Model;
using Workers.Contracts;
using Workers.Events;

namespace Workers.Provisioning.Resources;

/// <summary>The rules on the fleet's bus that the topology does not know: somebody added them.</summary>
internal sealed class ForeignRules(AwsClients clients, ResourceNaming naming)
{
    private string Bus => naming.NameOf(Topology.Bus);

    /// <summary>Each of them, to be deleted or named.</summary>
    public async Task<IReadOnlyList<IResource>> FindAsync(CancellationToken cancellationToken)
    {
        var ours = Topology.Rules.Select(rule => naming.NameOf(rule.Name)).ToHashSet();
        try
        {
            var rules = await BusRules.ListAsync(clients.EventBridge, Bus, cancellationToken);
            return [.. rules.Where(rule => !ours.Contains(rule.Name)).Select(rule => new ForeignRule(rule.Name, Bus, clients))];
        }
        catch (ResourceNotFoundException)
        {
            return [];   // there is no bus
        }
        catch (Exception exception) when (AwsFailures.Of(exception, cancellationToken) is not null)
        {
            throw new ProvisioningException($"rules of event bus {Bus}: {exception.Message}", exception);
        }
    }
}
