using System.Text.Json;

namespace LocalAws.Sqs.Queues;

/// <summary>Which queues may name this one as their dead-letter queue: all, none, or those listed.</summary>
internal sealed class RedriveAllowPolicy
{
    private const int MostSources = 10;

    private readonly string _permission;
    private readonly IReadOnlyList<string> _sources;

    private RedriveAllowPolicy(string permission, IReadOnlyList<string> sources)
    {
        _permission = permission;
        _sources = sources;
    }

    /// <exception cref="Http.AwsException">It is not such a policy.</exception>
    public static RedriveAllowPolicy Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var policy = document.RootElement;
            var permission = policy.GetProperty("redrivePermission").GetString();
            string[] sources = policy.TryGetProperty("sourceQueueArns", out var arns)
                ? [.. arns.EnumerateArray().Select(arn => arn.GetString() ?? throw new JsonException())]
                : [];
            return (permission, sources.Length) is ("allowAll" or "denyAll", 0) or ("byQueue", > 0 and <= MostSources)
                ? new RedriveAllowPolicy(permission!, sources)
                : throw new JsonException();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw SqsErrors.InvalidAttributeValue(
                "RedriveAllowPolicy", "Amazon SQS can't create the redrive allow policy, as it’s in an unsupported format.");
        }
    }

    public bool Allows(string sourceArn) => _permission switch
    {
        "allowAll" => true,
        "denyAll" => false,
        _ => _sources.Contains(sourceArn),
    };
}
