using System.Collections.Immutable;
using LocalAws.Http;
using LocalAws.Sns.Subscriptions;
using LocalAws.Sns.Topics;

namespace LocalAws.Sns;

/// <summary>All topics and subscriptions as they are at one moment, by ARN.</summary>
/// <param name="Topics">The topics.</param>
/// <param name="Subscriptions">The subscriptions, those that wait to be confirmed included.</param>
internal sealed record SnsState(
    ImmutableSortedDictionary<string, Topic> Topics, ImmutableSortedDictionary<string, Subscription> Subscriptions)
{
    public static readonly SnsState Empty = new(
        ImmutableSortedDictionary.Create<string, Topic>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, Subscription>(StringComparer.Ordinal));

    /// <exception cref="AwsException">There is no such topic, or the text is no topic's ARN.</exception>
    public Topic Topic(string? arn) => SnsArn.TryParse(arn) is { Subscription: null }
        ? Topics.GetValueOrDefault(arn!) ?? throw SnsErrors.NoTopic()
        : throw SnsErrors.InvalidParameter(
            "TopicArn", $"An ARN must have at least 6 elements, not {arn?.Split(':').Length ?? 0}");

    /// <exception cref="AwsException">There is no such subscription, or the text is no subscription's ARN.</exception>
    public Subscription Subscription(string? arn) => SnsArn.TryParse(arn) is { Subscription: not null }
        ? Subscriptions.GetValueOrDefault(arn!) ?? throw SnsErrors.NoSubscription()
        : throw SnsErrors.InvalidParameter(
            "SubscriptionArn", $"An ARN must have at least 6 elements, not {arn?.Split(':').Length ?? 0}");

    /// <summary>The subscriptions of a topic.</summary>
    public IEnumerable<Subscription> SubscriptionsOf(string topicArn) =>
        Subscriptions.Values.Where(subscription => subscription.TopicArn == topicArn);

    public SnsState With(Topic topic) => this with { Topics = Topics.SetItem(topic.Arn, topic) };

    public SnsState With(Subscription subscription) =>
        this with { Subscriptions = Subscriptions.SetItem(subscription.Arn, subscription) };
}

/// <summary>Keeps the state; readers take it without a lock, and writers change it one after the other.</summary>
internal sealed class Store
{
    private readonly Lock _lock = new();
    private volatile SnsState _state = SnsState.Empty;

    public SnsState State => _state;

    /// <summary>Keeps the state as it is.</summary>
    public Lock Gate => _lock;

    /// <summary>Changes the state; nothing changes where the change throws.</summary>
    public void Change(Func<SnsState, SnsState> change)
    {
        lock (_lock)
        {
            _state = change(_state);
        }
    }

    public void Clear() => Change(_ => SnsState.Empty);
}
