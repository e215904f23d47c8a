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
    private static readonly ImmutableSortedDictionary<string, Subscription> NoSubscriptions =
        ImmutableSortedDictionary.Create<string, Subscription>(StringComparer.Ordinal);

    public static readonly SnsState Empty = new(ImmutableSortedDictionary.Create<string, Topic>(StringComparer.Ordinal), NoSubscriptions);

    /// <summary>Subscriptions that were ended, and that their endpoints can take back.</summary>
    public ImmutableSortedDictionary<string, Subscription> Ended { get; init; } = NoSubscriptions;

    /// <exception cref="AwsException">There is no such topic, or the text is no topic's ARN.</exception>
    public Topic Topic(string? arn) => SnsArn.TryParse(arn) is { Subscription: null }
        ? Topics.GetValueOrDefault(arn!) ?? throw SnsErrors.NoTopic()
        : throw SnsErrors.InvalidArn("TopicArn", arn);

    /// <summary>A topic of the region that the request is made in; each region knows its own alone.</summary>
    /// <exception cref="AwsException">There is no such topic in the region, or the text is no topic's ARN.</exception>
    public Topic Topic(string? arn, string region) => SnsArn.TryParse(arn) is { Subscription: null } parsed && parsed.Region != region
        ? throw SnsErrors.InvalidParameter("TopicArn")
        : Topic(arn);

    /// <exception cref="AwsException">There is no such subscription, or the text is no ARN.</exception>
    public Subscription Subscription(string? arn) => SnsArn.TryParse(arn) is not null
        ? Subscriptions.GetValueOrDefault(arn!) ?? throw SnsErrors.NoSubscription()
        : throw SnsErrors.InvalidArn("SubscriptionArn", arn);

    /// <summary>The subscriptions of a topic.</summary>
    public IEnumerable<Subscription> SubscriptionsOf(string topicArn) =>
        Subscriptions.Values.Where(subscription => subscription.TopicArn == topicArn);

    /// <summary>The subscription that a token confirms; null when it confirms none.</summary>
    public Subscription? ByToken(string? token) =>
        Subscriptions.Values.Concat(Ended.Values).FirstOrDefault(subscription => subscription.Token == token);

    /// <summary>Without a topic and its subscriptions.</summary>
    public SnsState Without(string topicArn) => this with
    {
        Topics = Topics.Remove(topicArn),
        Subscriptions = Subscriptions.RemoveRange(SubscriptionsOf(topicArn).Select(subscription => subscription.Arn).ToList()),
        Ended = Ended.RemoveRange(Ended.Values.Where(one => one.TopicArn == topicArn).Select(one => one.Arn).ToList()),
    };

    /// <summary>Without a subscription, which counts as deleted.</summary>
    public SnsState Without(Subscription subscription) => With(Topics[subscription.TopicArn].WithOneDeleted()) with
    {
        Subscriptions = Subscriptions.Remove(subscription.Arn),
        Ended = subscription.CanBeTakenBack ? Ended.SetItem(subscription.Arn, subscription) : Ended,
    };

    public SnsState With(Topic topic) => this with { Topics = Topics.SetItem(topic.Arn, topic) };

    public SnsState With(Subscription subscription) =>
        this with { Subscriptions = Subscriptions.SetItem(subscription.Arn, subscription), Ended = Ended.Remove(subscription.Arn) };
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
