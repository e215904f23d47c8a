using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using LocalAws.Http;
using LocalAws.Sns.Deliveries;
using LocalAws.Sns.Subscriptions;

namespace LocalAws.Sns.Operations;

/// <summary>Subscribe, ConfirmSubscription and Unsubscribe: who gets what is published begins and ends here.</summary>
internal sealed class Subscribe(Store store, HttpCourier http)
{
    private const string Pending = "pending confirmation";
    private const int TokenBytes = 32;

    /// <summary>
    /// Subscribes an endpoint. Queues are confirmed at once, HTTP endpoints on this machine are asked, mail addresses wait for ever. The
    /// same endpoint once more is the same subscription.
    /// </summary>
    public SubscriptionArnResponse Run(SubscribeRequest request, AwsRequest aws)
    {
        store.State.Topic(request.TopicArn, aws.Region);
        EndpointRules.Check(request.Protocol, request.Endpoint);
        var subscription = Make(request, aws);
        store.Change(state =>
        {
            var existing = state.SubscriptionsOf(state.Topic(request.TopicArn, aws.Region).Arn).FirstOrDefault(
                one => one.Protocol == request.Protocol && one.Endpoint == request.Endpoint);
            if (existing is not null && !SubscriptionAttributes.Fit(existing.Attributes, subscription.Attributes))
            {
                throw SnsErrors.InvalidParameter("Attributes", "Subscription already exists with different attributes");
            }

            subscription = existing ?? subscription;
            return state.With(subscription);
        });
        if (!subscription.IsConfirmed && subscription.IsReachable)
        {
            http.Confirm(subscription);
        }

        return new SubscriptionArnResponse(
            subscription.IsConfirmed || request.ReturnSubscriptionArn == true ? subscription.Arn : Pending);
    }

    public SubscriptionArnResponse Confirm(ConfirmSubscriptionRequest request, AwsRequest aws)
    {
        // Signatures are not checked here, so nothing could hold anybody to it.
        if (request.AuthenticateOnUnsubscribe is "true" or "True")
        {
            throw SnsErrors.NotSupported("AuthenticateOnUnsubscribe");
        }

        if (SnsArn.TryParse(request.TopicArn) is not { Subscription: null } topic)
        {
            throw SnsErrors.InvalidParameter("Topic");
        }

        var arn = "";
        store.Change(state =>
        {
            // The token says which topic it is about: of the ARN, AWS was seen to look at the region only.
            var subscription = state.ByToken(request.Token) ?? throw SnsErrors.InvalidToken(request.Token);
            arn = SnsArn.TryParse(subscription.Arn)!.Region == topic.Region ? subscription.Arn : throw SnsErrors.InvalidParameter("Topic");
            return state.With(subscription with { IsConfirmed = true });
        });
        return new SubscriptionArnResponse(arn);
    }

    /// <summary>
    /// Ends a subscription. One that does not exist is as good as ended. An HTTP endpoint on this machine is told, and can take it back.
    /// </summary>
    public Nothing End(SubscriptionRequest request, AwsRequest aws)
    {
        var arn = SnsArn.TryParse(request.SubscriptionArn) ?? throw SnsErrors.InvalidArn("SubscriptionArn", request.SubscriptionArn);
        if (arn.Subscription is null)
        {
            throw SnsErrors.InvalidParameter("SubscriptionId");
        }

        Subscription? ended = null;
        store.Change(state =>
        {
            ended = state.Subscriptions.GetValueOrDefault(request.SubscriptionArn!);
            return ended is null ? state : state.Without(ended = ended with { Token = NewToken() });
        });
        if (ended is { CanBeTakenBack: true })
        {
            http.ConfirmEnd(ended);
        }

        return new Nothing();
    }

    private static string NewToken() => RandomNumberGenerator.GetHexString(2 * TokenBytes, lowercase: true);

    private static Subscription Make(SubscribeRequest request, AwsRequest aws)
    {
        var attributes = SubscriptionAttributes.With(
            request.Protocol!,
            ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
            (request.Attributes ?? []).Select(one => KeyValuePair.Create(one.Key, one.Value ?? "")),
            "Attributes");
        return new Subscription(
            $"{request.TopicArn}:{Guid.NewGuid()}",
            request.TopicArn ?? "",
            request.Protocol!,
            request.Endpoint!,
            attributes,
            NewToken(),
            aws.Endpoint)
        {
            IsConfirmed = request.Protocol is "sqs" or "sms" or "lambda" or "firehose",
        };
    }
}

/// <summary>Subscribe's request.</summary>
internal sealed record SubscribeRequest(
    string? TopicArn,
    string? Protocol,
    string? Endpoint,
    Dictionary<string, string?>? Attributes,
    [property: JsonConverter(typeof(BooleanText))] bool? ReturnSubscriptionArn);

/// <summary>ConfirmSubscription's request.</summary>
internal sealed record ConfirmSubscriptionRequest(string? TopicArn, string? Token, string? AuthenticateOnUnsubscribe);

/// <summary>A request about a subscription.</summary>
internal sealed record SubscriptionRequest(string? SubscriptionArn);

/// <summary>A subscription's ARN, or what stands for it before it is confirmed.</summary>
internal sealed record SubscriptionArnResponse(string SubscriptionArn);

/// <summary>A truth value, which a form has as text.</summary>
internal sealed class BooleanText : JsonConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String when bool.TryParse(reader.GetString(), out var value) => value,
        _ => throw new JsonException("A truth value is true or false."),
    };

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options) =>
        writer.WriteBooleanValue(value == true);
}
