using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.Resources;

/// <summary>A queue, its attributes and tags. Who may send to it is a resource of its own, because that needs the rules' ARNs.</summary>
internal sealed class QueueResource(QueueDefinition queue, ProvisioningScope scope) : IResource
{
    private readonly QueueAccess _access = new(queue.Name, scope);

    public string Kind => "queue";

    public string Name => scope.NameOf(queue.Name);

    public async Task<IReadOnlyList<string>?> DifferencesAsync(CancellationToken cancellationToken)
    {
        if (await _access.FindAsync(cancellationToken) is not { } found)
        {
            return null;
        }

        var tags = await scope.Clients.Sqs.ListQueueTagsAsync(new() { QueueUrl = found.Url }, cancellationToken);
        var differences = from attribute in Attributes()
                          let actual = found.Attributes.GetValueOrDefault(attribute.Key)
                          where !Json.AreEqual(actual, attribute.Value)
                          select Difference.Of(attribute.Key, actual, attribute.Value);
        return [.. differences, .. Difference.OfTags(tags.Tags ?? [], scope.Tags)];
    }

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await scope.Clients.Sqs.CreateQueueAsync(
            new CreateQueueRequest { QueueName = Name, Attributes = Attributes(), Tags = new(scope.Tags) }, cancellationToken);
        await _access.GetAsync(cancellationToken);
    }

    public async Task ChangeAsync(CancellationToken cancellationToken)
    {
        var found = await _access.GetAsync(cancellationToken);
        await scope.Clients.Sqs.SetQueueAttributesAsync(
            new() { QueueUrl = found.Url, Attributes = Attributes() }, cancellationToken);
        await scope.Clients.Sqs.TagQueueAsync(new() { QueueUrl = found.Url, Tags = new(scope.Tags) }, cancellationToken);
    }

    public async Task<bool> DeleteAsync(CancellationToken cancellationToken)
    {
        if (await _access.FindAsync(cancellationToken) is not { } found)
        {
            return false;
        }

        await scope.Clients.Sqs.DeleteQueueAsync(found.Url, cancellationToken);
        return true;
    }

    private Dictionary<string, string> Attributes()
    {
        var attributes = new Dictionary<string, string>
        {
            [QueueAttributeName.VisibilityTimeout] = Seconds(queue.VisibilityTimeout),
            [QueueAttributeName.MessageRetentionPeriod] = Seconds(queue.Retention),
            [QueueAttributeName.ReceiveMessageWaitTimeSeconds] = Seconds(queue.ReceiveWait),
            [QueueAttributeName.DelaySeconds] = Seconds(queue.Delay > TimeSpan.Zero ? scope.OrderDeadline ?? queue.Delay : queue.Delay),
        };
        if (queue.Redrive is { } redrive)
        {
            attributes[QueueAttributeName.RedrivePolicy] = new JsonObject
            {
                ["deadLetterTargetArn"] = scope.ArnOf(redrive.DeadLetterQueue),
                ["maxReceiveCount"] = redrive.MaxReceiveCount,
            }.ToJsonString();
        }

        return attributes;
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
}
