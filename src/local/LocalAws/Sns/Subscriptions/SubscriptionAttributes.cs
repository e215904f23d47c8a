using System.Collections.Immutable;
using System.Text.Json;
using LocalAws.Http;
using LocalAws.Sns.Deliveries;

namespace LocalAws.Sns.Subscriptions;

/// <summary>The attributes of a subscription that clients set.</summary>
internal static class SubscriptionAttributes
{
    public const string Filter = "FilterPolicy";
    public const string Scope = "FilterPolicyScope";
    public const string Raw = "RawMessageDelivery";
    public const string Redrive = "RedrivePolicy";
    public const string Delivery = "DeliveryPolicy";

    private const string Role = "SubscriptionRoleArn";
    private const string DeadLetterTarget = "deadLetterTargetArn";

    /// <summary>The attributes with others set: an empty value takes one back.</summary>
    /// <param name="protocol">The subscription's protocol: some attributes are for some protocols alone.</param>
    /// <param name="current">The attributes so far.</param>
    /// <param name="changes">What is set.</param>
    /// <param name="parameter">What a refusal names: <c>Attributes</c> of Subscribe, else nothing.</param>
    /// <exception cref="AwsException">Something is no attribute, or no value for it.</exception>
    public static ImmutableSortedDictionary<string, string> With(
        string protocol,
        ImmutableSortedDictionary<string, string> current,
        IEnumerable<KeyValuePair<string, string>> changes,
        string? parameter = null)
    {
        foreach (var (name, value) in changes)
        {
            if (Problem(protocol, name, value) is { } problem)
            {
                throw parameter is null ? SnsErrors.InvalidParameter(problem) : SnsErrors.InvalidParameter(parameter, problem);
            }

            var isEmpty = value.Length == 0 || (name is Filter && value.Trim() is "{}");
            current = isEmpty ? current.Remove(name) : current.SetItem(name, name is Raw ? value.ToLowerInvariant() : value);
        }

        try
        {
            _ = current.TryGetValue(Filter, out var policy) ? FilterPolicy.Parse(policy, current.GetValueOrDefault(Scope)) : null;
            return current;
        }
        catch (InvalidFilterPolicyException exception)
        {
            throw parameter is null
                ? SnsErrors.InvalidParameter(exception.Message)
                : SnsErrors.InvalidParameter(parameter, exception.Message);
        }
    }

    /// <summary>Whether attributes are as they are asked for: what is not asked for may be as it wants.</summary>
    /// <param name="current">The attributes.</param>
    /// <param name="asked">What is asked for; a default is as good as nothing.</param>
    public static bool Fit(ImmutableSortedDictionary<string, string> current, ImmutableSortedDictionary<string, string> asked) =>
        asked.All(one => (current.GetValueOrDefault(one.Key) ?? Default(one.Key)) == one.Value);

    /// <summary>The dead-letter queue that a redrive policy names; null when the text is no such policy.</summary>
    public static string? DeadLetterArn(string json)
    {
        try
        {
            using var policy = JsonDocument.Parse(json);
            return policy.RootElement.TryGetProperty(DeadLetterTarget, out var target) ? target.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Default(string name) => name switch
    {
        Raw => "false",
        Scope => FilterPolicy.OfAttributes,
        _ => null,
    };

    private static string? Problem(string protocol, string name, string value) => name switch
    {
        Filter => null,
        Scope => value is "" or FilterPolicy.OfAttributes or FilterPolicy.OfBody
            ? null
            : $"FilterPolicyScope: Invalid value [{value}]. Please use either {FilterPolicy.OfBody} or {FilterPolicy.OfAttributes}",
        Raw when !bool.TryParse(value, out _) => $"RawMessageDelivery: Invalid value [{value}]. Must be true or false.",
        Raw => bool.Parse(value) && protocol is not ("sqs" or "http" or "https" or "firehose")
            ? $"Delivery protocol [{protocol}] does not support raw message delivery."
            : null,
        Redrive when value.Length == 0 => null,
        Redrive => DeadLetterArn(value) is { } arn
            ? arn.StartsWith("arn:aws:sqs:", StringComparison.Ordinal) ? null : "RedrivePolicy: deadLetterTargetArn is an invalid arn"
            : "RedrivePolicy: failed to parse JSON.",
        Delivery when protocol is not ("http" or "https") => $"DeliveryPolicy: the protocol [{protocol}] has none",
        Delivery => value.Length == 0 ? null : DeliveryPolicy.ProblemOfSubscription(value),
        Role => protocol is "firehose" ? null : $"SubscriptionRoleArn: the protocol [{protocol}] has none",
        "ReplayPolicy" => "ReplayPolicy is not supported by LocalAws: it has no FIFO topics.",
        _ => "AttributeName",
    };
}
