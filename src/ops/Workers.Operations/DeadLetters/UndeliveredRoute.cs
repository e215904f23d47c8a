using Amazon.SQS.Model;
using Workers.Provisioning;
using EventBridgeTarget = Amazon.EventBridge.Model.Target;

namespace Workers.Operations.DeadLetters;

/// <summary>
/// What EventBridge could not deliver goes to the queue that its target was, as the target's transformer makes it. Never onto the
/// bus: there a foreign event would get another id, and the targets that had it would get it twice.
/// </summary>
internal sealed class UndeliveredRoute(AwsClients aws) : IRedriveRoute
{
    private readonly Dictionary<string, string> _urls = [];
    private readonly Dictionary<(string Rule, string Target), EventBridgeTarget?> _targets = [];

    public async Task<Redriven> OfAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        var targetArn = Attribute(letter, UndeliveredAttributes.TargetArn);
        var target = await TargetAsync(Attribute(letter, UndeliveredAttributes.RuleArn), targetArn, cancellationToken);
        return new(targetArn[(targetArn.LastIndexOf(':') + 1)..], await UrlAsync(targetArn, cancellationToken), TargetInput.Render(target, letter.Body));
    }

    private static string Attribute(DeadLetter letter, string name) =>
        letter.Attributes.GetValueOrDefault(name)
        ?? throw new NoRouteException($"it has no attribute {name}, which EventBridge gives to all it cannot deliver");

    private async Task<string> UrlAsync(string arn, CancellationToken cancellationToken)
    {
        if (_urls.TryGetValue(arn, out var known))
        {
            return known;
        }

        if (arn.Split(':') is not [_, _, "sqs", _, var account, var name])
        {
            throw new NoRouteException($"its target {arn} is no queue");
        }

        try
        {
            var answer = await aws.Sqs.GetQueueUrlAsync(new GetQueueUrlRequest(name) { QueueOwnerAWSAccountId = account }, cancellationToken);
            return _urls[arn] = answer.QueueUrl;
        }
        catch (QueueDoesNotExistException)
        {
            throw new NoRouteException($"its target {arn} does not exist");
        }
    }

    /// <summary>The rule's target as it is now: a transformer that was corrected since is the one that is wanted.</summary>
    private async Task<EventBridgeTarget> TargetAsync(string ruleArn, string targetArn, CancellationToken cancellationToken)
    {
        if (!_targets.TryGetValue((ruleArn, targetArn), out var target))
        {
            target = _targets[(ruleArn, targetArn)] = await FindAsync(ruleArn, targetArn, cancellationToken);
        }

        return target ?? throw new NoRouteException($"the rule {ruleArn} has no target {targetArn} any more: nobody can say as what it should arrive");
    }

    private async Task<EventBridgeTarget?> FindAsync(string ruleArn, string targetArn, CancellationToken cancellationToken)
    {
        var path = ruleArn[(ruleArn.LastIndexOf(':') + 1)..].Split('/');   // rule/bus/name, or rule/name on the default bus
        try
        {
            var answer = await aws.EventBridge.ListTargetsByRuleAsync(
                new() { Rule = path[^1], EventBusName = path.Length > 2 ? path[1] : null }, cancellationToken);
            return (answer.Targets ?? []).Find(target => target.Arn == targetArn);
        }
        catch (Amazon.EventBridge.Model.ResourceNotFoundException)
        {
            return null;
        }
    }
}
