using System.Globalization;
using System.Text.Json;

namespace LocalAws.Sqs.Queues;

/// <summary>Where messages go that were received too often without being deleted.</summary>
internal sealed record RedrivePolicy(string DeadLetterTargetArn, int MaxReceiveCount)
{
    /// <exception cref="Http.AwsException">It is not a redrive policy.</exception>
    public static RedrivePolicy Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var policy = document.RootElement;
            return new RedrivePolicy(
                policy.GetProperty("deadLetterTargetArn").GetString() ?? throw new FormatException(),
                Count(policy.GetProperty("maxReceiveCount")));
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw SqsErrors.InvalidParameter(
                "RedrivePolicy", json, "It must have a deadLetterTargetArn and a maxReceiveCount from 1 to 1000.");
        }
    }

    // Tools send the count as a number and as a string.
    private static int Count(JsonElement value)
    {
        var text = value.ValueKind is JsonValueKind.String ? value.GetString() : value.GetRawText();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 1000
            ? count
            : throw new FormatException();
    }
}
