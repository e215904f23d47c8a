using Amazon.EventBridge.Model;
using Workers.Contracts;

namespace Workers.Provisioning.Resources;

/// <summary>The bus and its tags.</summary>
internal sealed class BusResource(ProvisioningScope scope) : IResource
{
    public string Kind => "event bus";

    public string Name => scope.NameOf(Topology.Bus);

    public async Task<IReadOnlyList<string>?> DifferencesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var bus = await scope.Clients.EventBridge.DescribeEventBusAsync(new() { Name = Name }, cancellationToken);
            scope.Learn(Topology.Bus, bus.Arn);
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }

        var answer = await scope.Clients.EventBridge.ListTagsForResourceAsync(
            new() { ResourceARN = scope.ArnOf(Topology.Bus) }, cancellationToken);
        return Difference.OfTags((answer.Tags ?? []).ToDictionary(tag => tag.Key, tag => tag.Value), scope.Tags);
    }

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        var bus = await scope.Clients.EventBridge.CreateEventBusAsync(new() { Name = Name, Tags = Tags() }, cancellationToken);
        scope.Learn(Topology.Bus, bus.EventBusArn);
    }

    public Task ChangeAsync(CancellationToken cancellationToken) =>
        scope.Clients.EventBridge.TagResourceAsync(
            new() { ResourceARN = scope.ArnOf(Topology.Bus), Tags = Tags() }, cancellationToken);

    public async Task<bool> DeleteAsync(CancellationToken cancellationToken)
    {
        if (await DifferencesAsync(cancellationToken) is null)
        {
            return false;   // AWS deletes what does not exist without a word
        }

        await scope.Clients.EventBridge.DeleteEventBusAsync(new() { Name = Name }, cancellationToken);
        return true;
    }

    private List<Tag> Tags() => [.. scope.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];
}
