using Amazon.EventBridge.Model;

namespace Workers.Provisioning.Resources;

/// <summary>A rule that the topology does not know. All that can be done with it is to delete it, its targets first.</summary>
internal sealed class ForeignRule(string name, string bus, AwsClients clients) : IResource
{
    public string Kind => "foreign rule";

    public string Name => name;

    public Task<IReadOnlyList<string>?> DifferencesAsync(CancellationToken cancellationToken) => throw NotOurs();

    public Task CreateAsync(CancellationToken cancellationToken) => throw NotOurs();

    public Task ChangeAsync(CancellationToken cancellationToken) => throw NotOurs();

    public async Task<bool> DeleteAsync(CancellationToken cancellationToken)
    {
        try
        {
            // One page is all: a rule has at most five targets on AWS.
            var targets = await clients.EventBridge.ListTargetsByRuleAsync(new() { Rule = name, EventBusName = bus }, cancellationToken);
            if (targets.Targets is { Count: > 0 } all)
            {
                await RemoveAsync([.. all.Select(target => target.Id)], cancellationToken);
            }

            await clients.EventBridge.DeleteRuleAsync(new() { Name = name, EventBusName = bus }, cancellationToken);
            return true;
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }
    }

    private async Task RemoveAsync(List<string> ids, CancellationToken cancellationToken)
    {
        var answer = await clients.EventBridge.RemoveTargetsAsync(new() { Rule = name, EventBusName = bus, Ids = ids }, cancellationToken);
        if (answer.FailedEntries is [var failed, ..])
        {
            throw new ProvisioningException($"{Kind} {name}: {failed.TargetId} was kept: {failed.ErrorCode} {failed.ErrorMessage}");
        }
    }

    private static NotSupportedException NotOurs() => new("A rule that the topology does not know is only ever deleted.");
}
