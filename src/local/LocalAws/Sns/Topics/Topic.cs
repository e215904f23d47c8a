using System.Collections.Immutable;
using LocalAws.Policies;

namespace LocalAws.Sns.Topics;

/// <summary>A topic.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Attributes">What clients have set, by name.</param>
/// <param name="Tags">Its tags.</param>
internal sealed record Topic(
    string Arn, ImmutableSortedDictionary<string, string> Attributes, ImmutableSortedDictionary<string, string> Tags)
{
    /// <summary>How many of its subscriptions were ended.</summary>
    public int Deleted { get; init; }

    /// <summary>The same with one ended subscription more.</summary>
    public Topic WithOneDeleted() => this with { Deleted = Deleted + 1 };

    public string Region => SnsArn.TryParse(Arn)!.Region;

    /// <summary>The policy as text: the one that was set, or that which every topic begins with.</summary>
    public string Policy => Attributes.GetValueOrDefault(TopicAttributes.Policy) ?? TopicAttributes.DefaultPolicy(Arn);

    /// <summary>
    /// Whether a service may publish here. A topic whose policy was set is held to it; another takes everything, so that trying things
    /// out needs none.
    /// </summary>
    public bool Allows(string service, string sourceArn) =>
        !Attributes.TryGetValue(TopicAttributes.Policy, out var policy)
        || ResourcePolicy.TryParse(policy)?.Allows(new ServiceCall(service, "sns:Publish", Arn, sourceArn)) == true;
}
