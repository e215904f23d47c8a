using LocalAws.Http;
using LocalAws.Policies;
using LocalAws.Sns.Topics;

namespace LocalAws.Sns.Operations;

/// <summary>Statements of a topic's policy, by label. They are kept and shown; nobody with credentials is held to them.</summary>
internal sealed class PermissionOperations(Store store)
{
    private static readonly string[] Grantable =
    [
        "GetTopicAttributes", "SetTopicAttributes", "AddPermission", "RemovePermission", "DeleteTopic", "Subscribe",
        "ListSubscriptionsByTopic", "Publish", "Receive",
    ];

    public Nothing Add(AddPermissionRequest request, AwsRequest aws)
    {
        var accounts = request.AWSAccountId ?? [];
        var actions = request.ActionName ?? [];
        if (string.IsNullOrEmpty(request.Label))
        {
            throw SnsErrors.InvalidParameter("Label");
        }

        if (accounts.Count == 0 || accounts.Any(account => account.Length != 12 || !account.All(char.IsAsciiDigit)))
        {
            throw SnsErrors.InvalidParameter("AWSAccountId");
        }

        if (actions.Count == 0 || actions.Any(action => !Grantable.Contains(action)))
        {
            throw SnsErrors.InvalidParameter("Policy statement action out of service scope!");
        }

        Change(request.TopicArn, aws, topic => PolicyDocument.Add(
            topic.Policy,
            topic.Arn,
            request.Label,
            [.. accounts.Select(account => $"arn:aws:iam::{account}:root")],
            [.. actions.Select(action => $"SNS:{action}")]) ?? throw SnsErrors.InvalidParameter("Statement already exists"));
        return new Nothing();
    }

    public Nothing Remove(RemovePermissionRequest request, AwsRequest aws)
    {
        if (string.IsNullOrEmpty(request.Label))
        {
            throw SnsErrors.InvalidParameter("Label");
        }

        Change(request.TopicArn, aws, topic => PolicyDocument.Remove(topic.Policy, request.Label) ?? topic.Policy);
        return new Nothing();
    }

    private void Change(string? topicArn, AwsRequest aws, Func<Topic, string> change) => store.Change(state =>
    {
        var topic = state.Topic(topicArn, aws.Region);
        var policy = change(topic);
        return state.With(topic with
        {
            Attributes = policy.Length == 0
                ? topic.Attributes.Remove(TopicAttributes.Policy)
                : topic.Attributes.SetItem(TopicAttributes.Policy, policy),
        });
    });
}

/// <summary>AddPermission's request.</summary>
internal sealed record AddPermissionRequest(
    string? TopicArn, string? Label, IReadOnlyList<string>? AWSAccountId, IReadOnlyList<string>? ActionName);

/// <summary>RemovePermission's request.</summary>
internal sealed record RemovePermissionRequest(string? TopicArn, string? Label);
