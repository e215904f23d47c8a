using LocalAws.Http;

namespace LocalAws.DynamoDb;

/// <summary>Amazon DynamoDB: tables in memory.</summary>
internal sealed class DynamoDbService(LocalAwsOptions options) : IAwsService
{
    public string TargetPrefix => "DynamoDB_20120810";

    public string JsonVersion => "1.0";

    public IReadOnlyDictionary<string, AwsOperation> Operations { get; } = new Dictionary<string, AwsOperation>();

    public void Reset() => _ = options;
}
