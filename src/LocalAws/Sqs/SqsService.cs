using LocalAws.Http;

namespace LocalAws.Sqs;

/// <summary>Amazon SQS: standard queues in memory.</summary>
internal sealed class SqsService(LocalAwsOptions options) : IAwsService
{
    public string TargetPrefix => "AmazonSQS";

    public string JsonVersion => "1.0";

    public IReadOnlyDictionary<string, AwsOperation> Operations { get; } = new Dictionary<string, AwsOperation>();

    public void Reset() => _ = options;
}
