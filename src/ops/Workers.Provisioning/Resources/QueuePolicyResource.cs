using System.Text.Json.Nodes;
using Amazon.SQS;
using Workers.Contracts;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.Resources;

/// <summary>
/// Who may send to a queue: EventBridge, for the rules that target it, or for every rule where it takes what could not be
/// delivered. Workers may send to their dead-letter queues by their own identity, which needs no policy here.
/// </summary>
internal sealed class QueuePolicyResource(string queue, ProvisioningScope scope) : IResource
{
    private readonly QueueAccess _access = new(queue, scope);

    public string Kind => "queue policy";

    public string Name => scope.NameOf(queue);

    /// <summary>The rules by which EventBridge sends to a queue.</summary>
    public static IEnumerable<RuleDefinition> RulesSendingTo(string queue) =>
        Topology.Rules.Where(rule => queue == Topology.Delivery.DeadLetterQueue || rule.Targets.Contains(queue));

    /// <summary>The policy, of ARNs or of what will become them.</summary>
    /// <param name="queueArn">The queue's ARN, as often as it is asked for: a node has one parent.</param>
    /// <param name="ruleArns">The rules by which EventBridge sends to it; none for a queue that only workers send to.</param>
    /// <param name="isTlsOnly">Whether everything that is not encrypted is refused.</param>
    public static JsonObject Policy(Func<JsonNode> queueArn, IReadOnlyList<JsonNode> ruleArns, bool isTlsOnly)
    {
        var statements = new JsonArray();
        if (ruleArns.Count > 0)
        {
            statements.Add(DeliveryBy(queueArn(), ruleArns));
        }

        if (isTlsOnly)
        {
            statements.Add(TlsOnly(queueArn()));
        }

        return new() { ["Version"] = "2012-10-17", ["Statement"] = statements };
    }

    private static JsonObject DeliveryBy(JsonNode queueArn, IEnumerable<JsonNode> ruleArns) => new()
    {
        ["Sid"] = "EventBridgeDeliversByRule",
        ["Effect"] = "Allow",
        ["Principal"] = new JsonObject { ["Service"] = "events.amazonaws.com" },
        ["Action"] = "sqs:SendMessage",
        ["Resource"] = queueArn,
        ["Condition"] = new JsonObject
        {
            ["ArnEquals"] = new JsonObject { ["aws:SourceArn"] = new JsonArray([.. ruleArns]) },
        },
    };

    private static JsonObject TlsOnly(JsonNode queueArn) => new()
    {
        ["Sid"] = "TlsOnly",
        ["Effect"] = "Deny",
        ["Principal"] = "*",
        ["Action"] = "sqs:*",
        ["Resource"] = queueArn,
        ["Condition"] = new JsonObject { ["Bool"] = new JsonObject { ["aws:SecureTransport"] = "false" } },
    };

    public async Task<IReadOnlyList<string>?> DifferencesAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } policy)
        {
            return null;
        }

        return Json.AreEqual(policy, Policy()) ? [] : [Difference.Of("Policy", policy, Policy())];
    }

    public Task CreateAsync(CancellationToken cancellationToken) => SetAsync(Policy(), cancellationToken);

    public Task ChangeAsync(CancellationToken cancellationToken) => SetAsync(Policy(), cancellationToken);

    public async Task<bool> DeleteAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is null)
        {
            return false;
        }

        await SetAsync("", cancellationToken);
        return true;
    }

    private async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        var found = await _access.FindAsync(cancellationToken);
        var policy = found?.Attributes.GetValueOrDefault(QueueAttributeName.Policy);
        return string.IsNullOrEmpty(policy) ? null : policy;
    }

    private async Task SetAsync(string policy, CancellationToken cancellationToken)
    {
        var found = await _access.GetAsync(cancellationToken);
        var attributes = new Dictionary<string, string> { [QueueAttributeName.Policy] = policy };
        await scope.Clients.Sqs.SetQueueAttributesAsync(found.Url, attributes, cancellationToken);
    }

    private string Policy()
    {
        var rules = RulesSendingTo(queue).Select(rule => scope.ArnOf(rule.Name)).Order(StringComparer.Ordinal);
        return Policy(() => JsonValue.Create(scope.ArnOf(queue)), [.. rules.Select(arn => JsonValue.Create(arn))], scope.IsTls).ToJsonString();
    }
}
