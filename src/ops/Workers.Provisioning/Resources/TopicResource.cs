using System.Text.Json.Nodes;
using Amazon.SimpleNotificationService.Model;

namespace Workers.Provisioning.Resources;

/// <summary>A topic, who may publish to it, and its tags. Who subscribes is not the topology's to say.</summary>
internal sealed class TopicResource(string topic, ProvisioningScope scope) : IResource
{
    private const string PolicyAttribute = "Policy";

    public string Kind => "topic";

    public string Name => scope.NameOf(topic);

    /// <summary>Who may publish: EventBridge and whoever the account lets. Without TLS nobody may.</summary>
    /// <param name="topicArn">The topic's ARN, as often as it is asked for: a node has one parent.</param>
    /// <param name="account">The account's id.</param>
    /// <param name="root">The account as a principal.</param>
    /// <param name="isTlsOnly">Whether everything that is not encrypted is refused.</param>
    public static JsonObject Policy(Func<JsonNode> topicArn, JsonNode account, JsonNode root, bool isTlsOnly)
    {
        var statements = new JsonArray(
            Statement("AccountPublishes", "Allow", new JsonObject { ["AWS"] = root }, topicArn()),
            Statement("EventBridgePublishes", "Allow", new JsonObject { ["Service"] = "events.amazonaws.com" }, topicArn(), new()
            {
                ["StringEquals"] = new JsonObject { ["aws:SourceAccount"] = account },
            }));
        if (isTlsOnly)
        {
            statements.Add(Statement("TlsOnly", "Deny", "*", topicArn(), new()
            {
                ["Bool"] = new JsonObject { ["aws:SecureTransport"] = "false" },
            }));
        }

        return new() { ["Version"] = "2012-10-17", ["Statement"] = statements };
    }

    public async Task<IReadOnlyList<string>?> DifferencesAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } arn)
        {
            return null;
        }

        scope.Learn(topic, arn);
        var shown = await scope.Clients.Sns.GetTopicAttributesAsync(new() { TopicArn = arn }, cancellationToken);
        var answer = await scope.Clients.Sns.ListTagsForResourceAsync(new() { ResourceArn = arn }, cancellationToken);
        var (policy, wanted) = (shown.Attributes.GetValueOrDefault(PolicyAttribute), Policy(arn));
        return
        [
            .. Json.AreEqual(policy, wanted) ? [] : (string[])[Difference.Of(PolicyAttribute, policy, wanted)],
            .. Difference.OfTags((answer.Tags ?? []).ToDictionary(tag => tag.Key, tag => tag.Value), scope.Tags),
        ];
    }

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        var created = await scope.Clients.Sns.CreateTopicAsync(new() { Name = Name, Tags = Tags() }, cancellationToken);
        scope.Learn(topic, created.TopicArn);
        await SetPolicyAsync(cancellationToken);
    }

    public async Task ChangeAsync(CancellationToken cancellationToken)
    {
        await SetPolicyAsync(cancellationToken);
        await scope.Clients.Sns.TagResourceAsync(new() { ResourceArn = scope.ArnOf(topic), Tags = Tags() }, cancellationToken);
    }

    public async Task<bool> DeleteAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } arn)
        {
            return false;   // AWS deletes what does not exist without a word
        }

        await scope.Clients.Sns.DeleteTopicAsync(new() { TopicArn = arn }, cancellationToken);
        return true;
    }

    private async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var page = await scope.Clients.Sns.ListTopicsAsync(new() { NextToken = token }, cancellationToken);
            var found = (page.Topics ?? []).Find(one => one.TopicArn.EndsWith($":{Name}", StringComparison.Ordinal));
            if (found is not null)
            {
                return found.TopicArn;
            }

            token = page.NextToken;
        }
        while (token is not null);
        return null;
    }

    private async Task SetPolicyAsync(CancellationToken cancellationToken)
    {
        var arn = scope.ArnOf(topic);
        await scope.Clients.Sns.SetTopicAttributesAsync(
            new() { TopicArn = arn, AttributeName = PolicyAttribute, AttributeValue = Policy(arn) }, cancellationToken);
    }

    private string Policy(string arn)
    {
        var (partition, account) = (arn.Split(':')[1], arn.Split(':')[4]);
        return Policy(() => arn, account, $"arn:{partition}:iam::{account}:root", scope.IsTls).ToJsonString();
    }

    private List<Tag> Tags() => [.. scope.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

    private static JsonObject Statement(string sid, string effect, JsonNode principal, JsonNode topicArn, JsonObject? condition = null)
    {
        var statement = new JsonObject
        {
            ["Sid"] = sid,
            ["Effect"] = effect,
            ["Principal"] = principal,
            ["Action"] = "sns:Publish",
            ["Resource"] = topicArn,
        };
        if (condition is not null)
        {
            statement["Condition"] = condition;
        }

        return statement;
    }
}
