using System.Text.RegularExpressions;
using LocalAws.Http;

namespace LocalAws.Sns.Subscriptions;

/// <summary>What an endpoint of each protocol looks like.</summary>
internal static partial class EndpointRules
{
    /// <exception cref="AwsException">There is no such protocol here, or its endpoints look otherwise.</exception>
    public static void Check(string? protocol, string? endpoint)
    {
        var problem = protocol switch
        {
            "sqs" when IsQueue(endpoint) && endpoint!.EndsWith(".fifo", StringComparison.Ordinal) =>
                "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics",
            "sqs" => IsQueue(endpoint) ? null : "SQS endpoint ARN",
            "http" or "https" => IsUrl(protocol, endpoint) ? null : "Endpoint must match the specified protocol",
            "email" or "email-json" => endpoint?.IndexOf('@') > 0 ? null : "Email address",
            "sms" => IsPhoneNumber(endpoint) ? null : throw new AwsException("InvalidParameter", $"Invalid SMS endpoint: {endpoint}"),
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
        endpoint is not null && endpoint.Count(char.IsAsciiDigit) is >= 5 and <= 15 && PhoneNumber().IsMatch(endpoint);

    // Digits, with one separator at most between any two of them.
    [GeneratedRegex("""^\+?[0-9]([-./ ]?[0-9])*\z""")]
    private static partial Regex PhoneNumber();

    private static bool Begins(string? endpoint, string prefix) => endpoint?.StartsWith(prefix, StringComparison.Ordinal) == true;
}
