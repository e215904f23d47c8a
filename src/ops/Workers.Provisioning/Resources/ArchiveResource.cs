using Amazon.EventBridge.Model;
using Workers.Contracts;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.Resources;

/// <summary>The archive of every event on the bus.</summary>
internal sealed class ArchiveResource(ArchiveDefinition archive, ProvisioningScope scope) : IResource
{
    public string Kind => "archive";

    public string Name => scope.NameOf(archive.Name);

    private int RetentionDays => (int)archive.Retention.TotalDays;

    public async Task<IReadOnlyList<string>?> DifferencesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var actual = await scope.Clients.EventBridge.DescribeArchiveAsync(new() { ArchiveName = Name }, cancellationToken);
            return actual.RetentionDays == RetentionDays
                ? []
                : [Difference.Of(nameof(actual.RetentionDays), $"{actual.RetentionDays}", $"{RetentionDays}")];
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    public Task CreateAsync(CancellationToken cancellationToken) =>
        scope.Clients.EventBridge.CreateArchiveAsync(
            new() { ArchiveName = Name, EventSourceArn = scope.ArnOf(Topology.Bus), RetentionDays = RetentionDays },
            cancellationToken);

    public Task ChangeAsync(CancellationToken cancellationToken) =>
        scope.Clients.EventBridge.UpdateArchiveAsync(
            new() { ArchiveName = Name, RetentionDays = RetentionDays }, cancellationToken);

    public async Task<bool> DeleteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await scope.Clients.EventBridge.DeleteArchiveAsync(new() { ArchiveName = Name }, cancellationToken);
            return true;
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }
    }
}
