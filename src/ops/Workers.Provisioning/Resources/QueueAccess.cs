using Amazon.SQS.Model;

namespace Workers.Provisioning.Resources;

/// <summary>Finds a queue by its name.</summary>
internal sealed class QueueAccess(string queue, ProvisioningScope scope)
{
    /// <summary>The queue's URL and attributes; null where it does not exist. Remembers its ARN.</summary>
    public async Task<FoundQueue?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(cancellationToken);
        }
        catch (QueueDoesNotExistException)
        {
            return null;
        }
    }

    /// <summary>The same for a queue that exists.</summary>
    public async Task<FoundQueue> GetAsync(CancellationToken cancellationToken)
    {
        var url = (await scope.Clients.Sqs.GetQueueUrlAsync(scope.NameOf(queue), cancellationToken)).QueueUrl;
        var answer = await scope.Clients.Sqs.GetQueueAttributesAsync(url, ["All"], cancellationToken);
        scope.Learn(queue, answer.QueueARN);
        return new(url, answer.Attributes);
    }
}
