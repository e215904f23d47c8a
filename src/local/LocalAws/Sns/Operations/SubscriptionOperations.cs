using System.Collections.Immutable;
using LocalAws.Http;
using LocalAws.Sns.Deliveries;
using LocalAws.Sns.Subscriptions;
using LocalAws.Sns.Topics;

namespace LocalAws.Sns.Operations;

/// <summary>Subscriptions are listed, described and changed.</summary>
internal sealed class SubscriptionOperations(Store store)
{
    private const string Pending = "PendingConfirmation";

    public ListSubscriptionsResponse List(ListRequest request, AwsRequest aws) => Page(
        store.State.Subscriptions.Values.Where(one => SnsArn.TryParse(one.Arn)!.Region == aws.Region), request.NextToken);

    public ListSubscriptionsResponse ListByTopic(ListRequest request, AwsRequest aws)
    {
        var state = store.State;
        return Page(state.SubscriptionsOf(state.Topic(request.TopicArn, aws.Region).Arn), request.NextToken);
    }

    public AttributesResponse Get(SubscriptionRequest request, AwsRequest aws)
    {
        var state = store.State;
        var subscription = state.Subscription(request.SubscriptionArn);
        var attributes = new SortedDictionary<string, string>(subscription.Attributes.ToDictionary(), StringComparer.Ordinal)
        {
            ["SubscriptionArn"] = subscription.Arn,
            ["TopicArn"] = subscription.TopicArn,
            ["Owner"] = AwsRequest.Account,
            ["Protocol"] = subscription.Protocol,
            ["Endpoint"] = subscription.Endpoint,
            ["PendingConfirmation"] = Text(!subscription.IsConfirmed),
            ["ConfirmationWasAuthenticated"] = Text(subscription.IsConfirmed),
            [SubscriptionAttributes.Raw] = Text(subscription.IsRaw),
            ["SubscriptionPrincipal"] = $"arn:aws:iam::{AwsRequest.Account}:root",
        };
        if (subscription.Filter is not null)
        {
            attributes.TryAdd(SubscriptionAttributes.Scope, FilterPolicy.OfAttributes);
        }
        else
        {
            attributes.Remove(SubscriptionAttributes.Scope);
        }

        if (subscription.Protocol is "http" or "https")
        {
            attributes["EffectiveDeliveryPolicy"] = DeliveryPolicy.Of(
                subscription.Attributes.GetValueOrDefault(SubscriptionAttributes.Delivery),
                state.Topics[subscription.TopicArn].Attributes.GetValueOrDefault(TopicAttributes.Delivery)).Show(ofTopic: false);
        }

        return new AttributesResponse(attributes);
    }

    public Nothing Set(SetAttributeRequest request, AwsRequest aws)
    {
        if (string.IsNullOrEmpty(request.AttributeName))
        {
            throw SnsErrors.InvalidParameter("AttributeName");
        }

        store.Change(state =>
        {
            var subscription = state.Subscription(request.SubscriptionArn);
            var change = KeyValuePair.Create(request.AttributeName, request.AttributeValue ?? "");
            return state.With(subscription.With(
                SubscriptionAttributes.With(subscription.Protocol, subscription.Attributes, [change])));
        });
        return new Nothing();
    }

    private static ListSubscriptionsResponse Page(IEnumerable<Subscription> subscriptions, string? token)
    {
        var page = Page<Subscription>.Of(subscriptions, subscription => subscription.Arn, token);
        return new ListSubscriptionsResponse([.. page.Items.Select(Describe)], page.NextToken);
    }

    private static SubscriptionSummary Describe(Subscription subscription) => new(
        subscription.IsConfirmed ? subscription.Arn : Pending,
        AwsRequest.Account,
        subscription.Protocol,
        subscription.Endpoint,
        subscription.TopicArn);

    private static string Text(bool value) => value ? "true" : "false";
}

/// <summary>A page of subscriptions.</summary>
internal sealed record ListSubscriptionsResponse(IReadOnlyList<SubscriptionSummary> Subscriptions, string? NextToken);

/// <summary>A subscription in a list.</summary>
internal sealed record SubscriptionSummary(
    string SubscriptionArn, string Owner, string Protocol, string Endpoint, string TopicArn);
