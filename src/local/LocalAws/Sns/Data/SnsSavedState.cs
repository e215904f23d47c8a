using System.Collections.Immutable;
using LocalAws.Sns.Deliveries;
using LocalAws.Sns.Messages;
using LocalAws.Sns.Subscriptions;
using LocalAws.Sns.Topics;

namespace LocalAws.Sns.Data;

/// <summary>Everything that SNS holds, as it is saved.</summary>
internal sealed record SnsSavedState(
    IReadOnlyList<TopicState> Topics, IReadOnlyList<SubscriptionState> Subscriptions, IReadOnlyList<PostState> Posts)
{
    public IReadOnlyList<SubscriptionState> Ended { get; init; } = [];

    public static SnsSavedState Of(SnsState state, IEnumerable<HttpPost> posts) => new(
        [.. state.Topics.Values.Select(TopicState.Of)],
        [.. state.Subscriptions.Values.Select(SubscriptionState.Of)],
        [.. posts.Select(PostState.Of)])
    {
        Ended = [.. state.Ended.Values.Select(SubscriptionState.Of)],
    };

    /// <summary>The state without what is to be posted.</summary>
    public SnsState Restore() => new(
        SnsState.Empty.Topics.AddRange(Topics.Select(topic => KeyValuePair.Create(topic.Arn, topic.Restore()))),
        ByArn(Subscriptions))
    {
        Ended = ByArn(Ended),
    };

    private static ImmutableSortedDictionary<string, Subscription> ByArn(IReadOnlyList<SubscriptionState> subscriptions) =>
        SnsState.Empty.Subscriptions.AddRange(subscriptions.Select(one => KeyValuePair.Create(one.Arn, one.Restore())));
}

/// <summary>A topic as it is saved.</summary>
internal sealed record TopicState(
    string Arn, IReadOnlyDictionary<string, string> Attributes, IReadOnlyDictionary<string, string> Tags, int Deleted)
{
    public static TopicState Of(Topic topic) => new(topic.Arn, topic.Attributes, topic.Tags, topic.Deleted);

    public Topic Restore() => new(Arn, Sorted.Of(Attributes), Sorted.Of(Tags)) { Deleted = Deleted };
}

/// <summary>A subscription as it is saved.</summary>
internal sealed record SubscriptionState(
    string Arn,
    string TopicArn,
    string Protocol,
    string Endpoint,
    IReadOnlyDictionary<string, string> Attributes,
    string Token,
    string Server,
    bool IsConfirmed)
{
    public static SubscriptionState Of(Subscription one) =>
        new(one.Arn, one.TopicArn, one.Protocol, one.Endpoint, one.Attributes, one.Token, one.Server, one.IsConfirmed);

    public Subscription Restore() =>
        new(Arn, TopicArn, Protocol, Endpoint, Sorted.Of(Attributes), Token, Server) { IsConfirmed = IsConfirmed };
}

/// <summary>A post that is under way, as it is saved.</summary>
internal sealed record PostState(SubscriptionState Subscription, string Type, string Id, string Body, bool IsRaw, DeliveryPolicy Policy)
{
    public PublishedMessage? Message { get; init; }

    public int Retries { get; init; }

    public DateTimeOffset? Due { get; init; }

    public static PostState Of(HttpPost post) =>
        new(SubscriptionState.Of(post.Subscription), post.Type, post.Id, post.Body, post.IsRaw, post.Policy)
        {
            Message = post.Message,
            Retries = post.Retries,
            Due = post.Due,
        };

    public HttpPost Restore() => new(Subscription.Restore(), Type, Id, Body, IsRaw, Policy, Message) { Retries = Retries, Due = Due };
}

file static class Sorted
{
    public static ImmutableSortedDictionary<string, string> Of(IReadOnlyDictionary<string, string> values) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).AddRange(values);
}
