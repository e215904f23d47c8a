using LocalAws.Http;

namespace LocalAws.Sns.Subscriptions;

/// <summary>What an endpoint of each protocol looks like.</summary>
internal static class EndpointRules
{
    /// <exception cref="AwsException">There is no such protocol here, or its endpoints look otherwise.</exception>
    public static void Check(string? protocol, string? endpoint)
    {
        var problem = protocol switch
        {
            "sqs" when IsQueue(endpoint) && endpoint!.EndsWith(".fifo", StringComparison.Ordinal) =>
                "Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics",
            "sqs" => IsQueue(endpoint) ? null : "SQS endpoint ARN",
            "http" or "https" => IsUrl(protocol, endpoint) ? null : "Endpoint must match the specified protocol",
            "email" or "email-json" => endpoint?.IndexOf('@') > 0 ? null : "Email address",
            "sms" => IsPhoneNumber(endpoint) ? null : $"Invalid SMS endpoint: {endpoint}",
            "lambda" => Begins(endpoint, "arn:aws:lambda:") ? null : "Lambda endpoint ARN",
            "firehose" => Begins(endpoint, "arn:aws:firehose:") ? null : "Firehose endpoint ARN",
            "application" => "Protocol application is not supported by LocalAws: it has no platform applications.",
            null => "Protocol",
            _ => $"Amazon SNS does not support this protocol string: {protocol}",
        };
        if (problem is not null)
        {
            throw SnsErrors.InvalidParameter(problem);
        }
    }

    private static bool IsQueue(string? endpoint) =>
        endpoint?.Split(':') is ["arn", _, "sqs", { Length: > 0 }, { Length: > 0 }, { Length: > 0 }];

    private static bool IsUrl(string scheme, string? endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.Scheme == scheme;

    private static bool IsPhoneNumber(string? endpoint) =>
        endpoint is not null && endpoint.Count(char.IsAsciiDigit) is >= 5 and <= 15 && endpoint.All(IsOfPhoneNumber);

    private static bool IsOfPhoneNumber(char character) => char.IsAsciiDigit(character) || character is '+' or '-' or '.' or ' ';

    private static bool Begins(string? endpoint, string prefix) => endpoint?.StartsWith(prefix, StringComparison.Ordinal) == true;
}
