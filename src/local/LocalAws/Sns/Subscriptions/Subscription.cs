using System.Collections.Immutable;
using LocalAws.Sns.Deliveries;

namespace LocalAws.Sns.Subscriptions;

/// <summary>Who gets what is published to a topic.</summary>
/// <param name="Arn">Its ARN; lists do not show it before it is confirmed.</param>
/// <param name="TopicArn">The topic.</param>
/// <param name="Protocol">How it is reached.</param>
/// <param name="Endpoint">Where it is reached.</param>
/// <param name="Attributes">What clients have set, by name.</param>
/// <param name="Token">What confirms it.</param>
/// <param name="Server">The address of this server as the subscriber knows it: links in notifications lead there.</param>
internal sealed record Subscription(
    string Arn,
    string TopicArn,
    string Protocol,
    string Endpoint,
    ImmutableSortedDictionary<string, string> Attributes,
    string Token,
    string Server)
{
    /// <summary>Whether it gets notifications.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Whether it is an HTTP endpoint on this machine: no other is ever called.</summary>
    public bool IsReachable => Protocol is "http" or "https" && Loopback.Reaches(Endpoint);

    /// <summary>Whether its endpoint is told of its end, and can take it back.</summary>
    public bool CanBeTakenBack => IsConfirmed && IsReachable;

    /// <summary>What it wants to get; null: everything.</summary>
    public FilterPolicy? Filter { get; } = Attributes.TryGetValue(SubscriptionAttributes.Filter, out var policy)
        ? FilterPolicy.Parse(policy, Attributes.GetValueOrDefault(SubscriptionAttributes.Scope))
        : null;

    /// <summary>The queue that gets what could not be delivered; null when none does.</summary>
    public string? DeadLetterArn { get; } = Attributes.TryGetValue(SubscriptionAttributes.Redrive, out var policy)
        ? SubscriptionAttributes.DeadLetterArn(policy)
        : null;

    /// <summary>The same with other attributes.</summary>
    public Subscription With(ImmutableSortedDictionary<string, string> attributes) =>
        new(Arn, TopicArn, Protocol, Endpoint, attributes, Token, Server) { IsConfirmed = IsConfirmed };

    /// <summary>Whether it gets the message as it was published, not wrapped in a notification.</summary>
    public bool IsRaw => Attributes.GetValueOrDefault(SubscriptionAttributes.Raw) is "true";
}
