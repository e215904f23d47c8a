using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Contracts.Resources;
using Workers.Operations.Reading;
using Workers.Provisioning.Resources;
using NoSuchResource = Amazon.EventBridge.Model.ResourceNotFoundException;

namespace Workers.Operations.Replaying;

/// <summary>
/// Puts recorded events on a bus that has one rule and one queue, all of one name, and that no worker listens to. EventBridge replays an
/// archive only onto the bus that it is of, so the events are those of the audit trail.
/// </summary>
/// <param name="fleet">The fleet.</param>
/// <param name="name">What the bus is called after <c>debug-</c>: no name of the topology begins so.</param>
internal sealed class DebugReplay(FleetAccess fleet, string name)
{
    private const string Target = "queue";
    private static readonly TimeSpan Retention = TimeSpan.FromDays(1);

    private readonly string _name = fleet.Naming.NameOf($"debug-{name}");

    private IAmazonEventBridge EventBridge => fleet.Aws.EventBridge;

    /// <summary>Puts the events of an order on the bus, oldest first, and makes bus, rule and queue where they are missing.</summary>
    /// <exception cref="OperationFailedException">There are none, or EventBridge did not take one.</exception>
    public async Task<DebugReplayAnswer> RunAsync(string orderId, CancellationToken cancellationToken)
    {
        var events = await new RecordedEvents(fleet).OfOrderAsync(orderId, cancellationToken);
        var isNew = await TryCreateBusAsync(cancellationToken);
        var url = await ConnectAsync(cancellationToken);
        foreach (var recorded in events)
        {
            await PutAsync(recorded, cancellationToken);   // one by one: in their order, and each may be as large as a call
        }

        return new(orderId, events.Count, _name, url, isNew);
    }

    /// <summary>Deletes bus, rule and queue, with what is in the queue; what is not there is no mistake.</summary>
    public async Task<DebugReplayAnswer> RemoveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await EventBridge.RemoveTargetsAsync(new() { Rule = _name, EventBusName = _name, Ids = [Target] }, cancellationToken);
            await EventBridge.DeleteRuleAsync(new() { Name = _name, EventBusName = _name }, cancellationToken);
        }
        catch (NoSuchResource)
        {
            // The bus or its rule is gone already.
        }

        await EventBridge.DeleteEventBusAsync(new() { Name = _name }, cancellationToken);
        try
        {
            var url = (await fleet.Aws.Sqs.GetQueueUrlAsync(_name, cancellationToken)).QueueUrl;
            await fleet.Aws.Sqs.DeleteQueueAsync(url, cancellationToken);
        }
        catch (QueueDoesNotExistException)
        {
            // So is the queue.
        }

        return new(OrderId: null, Events: 0, _name, QueueUrl: null, IsNew: false);
    }

    private async Task<bool> TryCreateBusAsync(CancellationToken cancellationToken)
    {
        try
        {
            await EventBridge.CreateEventBusAsync(new() { Name = _name }, cancellationToken);
            return true;
        }
        catch (ResourceAlreadyExistsException)
        {
            return false;
        }
    }

    /// <summary>Makes or mends the rule, the queue and what lets one send to the other. Saying it again changes nothing.</summary>
    private async Task<string> ConnectAsync(CancellationToken cancellationToken)
    {
        var rule = await EventBridge.PutRuleAsync(
            new() { Name = _name, EventBusName = _name, EventPattern = EventPattern.Everything.ToJson(), State = RuleState.ENABLED },
            cancellationToken);
        var queue = await fleet.Aws.Sqs.CreateQueueAsync(
            new CreateQueueRequest
            {
                QueueName = _name,
                Attributes = new() { [QueueAttributeName.MessageRetentionPeriod] = $"{Retention.TotalSeconds:0}" },
            },
            cancellationToken);
        var arn = (await fleet.Aws.Sqs.GetQueueAttributesAsync(queue.QueueUrl, [QueueAttributeName.QueueArn], cancellationToken)).QueueARN;
        var policy = QueuePolicyResource.Policy(() => arn, [rule.RuleArn], isTlsOnly: false).ToJsonString();
        await fleet.Aws.Sqs.SetQueueAttributesAsync(queue.QueueUrl, new() { [QueueAttributeName.Policy] = policy }, cancellationToken);
        await EventBridge.PutTargetsAsync(
            new() { Rule = _name, EventBusName = _name, Targets = [new() { Id = Target, Arn = arn }] }, cancellationToken);
        return queue.QueueUrl;
    }

    private async Task PutAsync(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        var entry = new PutEventsRequestEntry
        {
            EventBusName = _name,
            Source = recorded.Name.Source,
            DetailType = recorded.Name.DetailType,
            Detail = recorded.Detail,
            Time = recorded.Time.UtcDateTime,
        };
        var answer = await EventBridge.PutEventsAsync(new() { Entries = [entry] }, cancellationToken);
        if (answer.Entries is [{ ErrorCode: { Length: > 0 } code } refused])
        {
            throw new OperationFailedException(
                $"EventBridge did not take {recorded.Name} {recorded.EventId}: {code} {refused.ErrorMessage}");
        }
    }
}

/// <summary>What became of a replay onto a bus of its own.</summary>
/// <param name="OrderId">The order; null where the bus was removed.</param>
/// <param name="Events">How many events were put on the bus.</param>
/// <param name="Name">What the bus, its rule and its queue are called, prefix included.</param>
/// <param name="QueueUrl">Where the queue is; null where it was removed.</param>
/// <param name="IsNew">Whether the bus was made for it.</param>
internal sealed record DebugReplayAnswer(string? OrderId, int Events, string Name, string? QueueUrl, bool IsNew);
