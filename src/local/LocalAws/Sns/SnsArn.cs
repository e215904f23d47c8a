using LocalAws.Http;

namespace LocalAws.Sns;

/// <summary>The ARN of a topic, or of a subscription, which has the topic's and an id behind it.</summary>
/// <param name="Region">The region it is in.</param>
/// <param name="Topic">The topic's name.</param>
/// <param name="Subscription">The subscription's id; null when it is a topic's ARN.</param>
internal sealed record SnsArn(string Region, string Topic, string? Subscription = null)
{
    /// <summary>Reads the ARN of a topic; null when it is none.</summary>
    public static SnsArn? TryParse(string? text) => text?.Split(':') switch
    {
        ["arn", _, "sns", { Length: > 0 } region, _, { Length: > 0 } topic] => new SnsArn(region, topic),
        ["arn", _, "sns", { Length: > 0 } region, _, { Length: > 0 } topic, { Length: > 0 } subscription] =>
            new SnsArn(region, topic, subscription),
        _ => null,
    };

    /// <summary>The topic that it is, or belongs to.</summary>
    public string OfTopic => $"arn:aws:sns:{Region}:{AwsRequest.Account}:{Topic}";

    /// <summary>Whether it is the ARN of a mobile device's endpoint, not of a topic.</summary>
    public bool IsOfEndpoint => Topic.StartsWith("endpoint/", StringComparison.Ordinal);

    public override string ToString() => Subscription is null ? OfTopic : $"{OfTopic}:{Subscription}";
}
