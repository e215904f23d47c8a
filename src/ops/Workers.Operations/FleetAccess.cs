using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Contracts;
using Workers.Effects.Beats;
using Workers.Events;
using Workers.Operations.Reading;
using Workers.Operations.Status;
using Workers.Provisioning;

namespace Workers.Operations;

/// <summary>A fleet as an operator reaches it.</summary>
/// <param name="Aws">Where it is.</param>
/// <param name="Naming">The prefix of its names.</param>
/// <param name="Time">The clock.</param>
internal sealed record FleetAccess(AwsClients Aws, ResourceNaming Naming, TimeProvider Time)
{
    /// <summary>Its tables.</summary>
    public TableReader Tables { get; } = new(Aws.DynamoDb, Naming, Time);

    /// <summary>Its instances, and what is asked of its queues.</summary>
    public FleetTable Instances { get; } = new(Aws.DynamoDb, Naming.NameOf(Topology.FleetTable));

    /// <summary>Where SQS is called; the other services are beside it.</summary>
    public Uri Endpoint => new(Aws.Sqs.DetermineServiceOperationEndpoint(new ListQueuesRequest()).URL);

    /// <summary>Which fleet, for people.</summary>
    public string Target => Naming.Prefix.Length == 0 ? $"at {Endpoint}, no prefix" : $"at {Endpoint}, prefix {Naming.Prefix}";

    /// <summary>The URL of a queue of the fleet.</summary>
    /// <param name="queue">Its unprefixed name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OperationFailedException">There is no such queue.</exception>
    public async Task<string> QueueUrlAsync(string queue, CancellationToken cancellationToken)
    {
        try
        {
            return (await Aws.Sqs.GetQueueUrlAsync(Naming.NameOf(queue), cancellationToken)).QueueUrl;
        }
        catch (QueueDoesNotExistException)
        {
            throw new OperationFailedException(
                $"Queue {Naming.NameOf(queue)} does not exist {Target}: apply the topology there, or look at --prefix.");
        }
    }

    /// <summary>How SQS counts the messages of a queue.</summary>
    /// <param name="url">The queue's URL.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="QueueDoesNotExistException">There is no such queue any more.</exception>
    public async Task<QueueCounts> CountAsync(string url, CancellationToken cancellationToken)
    {
        var counts = await Aws.Sqs.GetQueueAttributesAsync(
            url,
            [
                QueueAttributeName.ApproximateNumberOfMessages,
                QueueAttributeName.ApproximateNumberOfMessagesNotVisible,
                QueueAttributeName.ApproximateNumberOfMessagesDelayed,
            ],
            cancellationToken);
        return new(
            counts.ApproximateNumberOfMessages, counts.ApproximateNumberOfMessagesNotVisible, counts.ApproximateNumberOfMessagesDelayed);
    }
}
