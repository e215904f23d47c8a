using System.Collections.Immutable;
using System.Globalization;
using LocalAws.Http;
using LocalAws.Sns.Deliveries;
using LocalAws.Sns.Topics;

namespace LocalAws.Sns.Operations;

/// <summary>Topics are listed, described, changed and deleted.</summary>
internal sealed class TopicOperations(Store store)
{
    public ListTopicsResponse List(ListRequest request, AwsRequest aws)
    {
        var topics = store.State.Topics.Values.Where(topic => topic.Region == aws.Region);
        var page = Page<Topic>.Of(topics, topic => topic.Arn, request.NextToken);
        return new ListTopicsResponse([.. page.Items.Select(topic => new TopicRequest(topic.Arn))], page.NextToken);
    }

    public AttributesResponse Get(TopicRequest request, AwsRequest aws)
    {
        var state = store.State;
        var topic = state.Topic(request.TopicArn, aws.Region);
        var subscriptions = state.SubscriptionsOf(topic.Arn).ToList();
        var delivery = topic.Attributes.GetValueOrDefault(TopicAttributes.Delivery);
        var attributes = new SortedDictionary<string, string>(topic.Attributes.ToDictionary(), StringComparer.Ordinal)
        {
            ["TopicArn"] = topic.Arn,
            ["Owner"] = AwsRequest.Account,
            [TopicAttributes.Policy] = topic.Policy,
            ["SubscriptionsConfirmed"] = Count(subscriptions.Count(subscription => subscription.IsConfirmed)),
            ["SubscriptionsPending"] = Count(subscriptions.Count(subscription => !subscription.IsConfirmed)),
            ["SubscriptionsDeleted"] = Count(topic.Deleted),
            ["EffectiveDeliveryPolicy"] = DeliveryPolicy.Of(null, delivery).Show(ofTopic: true),
        };
        attributes.TryAdd(TopicAttributes.DisplayName, "");
        return new AttributesResponse(attributes);
    }

    public Nothing Set(SetAttributeRequest request, AwsRequest aws)
    {
        var (name, value) = (request.AttributeName, request.AttributeValue ?? "");
        if (string.IsNullOrEmpty(name))
        {
            throw SnsErrors.InvalidParameter("AttributeName");
        }

        store.Change(state =>
        {
            var topic = state.Topic(request.TopicArn, aws.Region);
            TopicAttributes.Check(name, value);
            return state.With(topic with
            {
                Attributes = value.Length == 0 ? topic.Attributes.Remove(name) : topic.Attributes.SetItem(name, value),
            });
        });
        return new Nothing();
    }

    /// <summary>Deletes a topic and its subscriptions. One that does not exist is as good as deleted.</summary>
    public Nothing Delete(TopicRequest request, AwsRequest aws)
    {
        if (SnsArn.TryParse(request.TopicArn) is not { Subscription: null } arn || arn.Region != aws.Region)
        {
            throw SnsErrors.InvalidParameter("TopicArn");
        }

        store.Change(state => state.Without(request.TopicArn!));
        return new Nothing();
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A request about a topic, or a topic in a list.</summary>
internal sealed record TopicRequest(string? TopicArn);

/// <summary>A request for a page of a list, of all or of one topic's.</summary>
internal sealed record ListRequest(string? TopicArn, string? NextToken);

/// <summary>A page of topics.</summary>
internal sealed record ListTopicsResponse(IReadOnlyList<TopicRequest> Topics, string? NextToken);

/// <summary>A request to set one attribute, of a topic or a subscription.</summary>
internal sealed record SetAttributeRequest(string? TopicArn, string? SubscriptionArn, string? AttributeName, string? AttributeValue);

/// <summary>Attributes by name.</summary>
internal sealed record AttributesResponse(IReadOnlyDictionary<string, string> Attributes);

/// <summary>An answer without members.</summary>
internal sealed record Nothing;
