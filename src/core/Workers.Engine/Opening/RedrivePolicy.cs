using System.Globalization;
using System.Text.Json;

namespace Workers.Engine.Opening;

/// <summary>The queue's own dead-lettering: where to, and after how many receives.</summary>
internal sealed record RedrivePolicy(string QueueName, string Account, int MaxReceiveCount)
{
    /// <summary>Reads SQS's JSON, in which the count is a number or a string; null where there is no policy.</summary>
    public static RedrivePolicy? Parse(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        using var policy = JsonDocument.Parse(json);
        var arn = policy.RootElement.GetProperty("deadLetterTargetArn").GetString()!.Split(':');
        var count = policy.RootElement.GetProperty("maxReceiveCount").ToString();
        return new(arn[^1], arn[^2], int.Parse(count, CultureInfo.InvariantCulture));
    }
}
