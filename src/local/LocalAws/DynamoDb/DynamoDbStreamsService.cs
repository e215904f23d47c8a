using LocalAws.DynamoDb.Json;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Streams;
using LocalAws.Http;

namespace LocalAws.DynamoDb;

/// <summary>Amazon DynamoDB Streams: the changes of tables that have a stream.</summary>
/// <param name="regions">The tables, which are DynamoDB's.</param>
/// <param name="time">The clock of iterators.</param>
internal sealed class DynamoDbStreamsService(Regions regions, TimeProvider time) : IAwsService
{
    public string TargetPrefix => "DynamoDBStreams_20120810";

    public string JsonVersion => "1.0";

    public string FrontNamespace => DynamoDbErrors.FrontNamespace;

    public IReadOnlyDictionary<string, AwsOperation> Operations { get; } = new Dictionary<string, AwsOperation>
    {
        ["ListStreams"] = AwsOperations.Of(
            DynamoDbJson.Default.ListStreamsRequest, DynamoDbJson.Default.ListStreamsResponse, new ListStreams(regions).List),
        ["DescribeStream"] = AwsOperations.Of(
            DynamoDbJson.Default.DescribeStreamRequest, DynamoDbJson.Default.DescribeStreamResponse, new DescribeStream(regions).Describe),
        ["GetShardIterator"] = AwsOperations.Of(
            DynamoDbJson.Default.GetShardIteratorRequest,
            DynamoDbJson.Default.GetShardIteratorResponse,
            new GetShardIterator(regions, time).Get),
        ["GetRecords"] = AwsOperations.Of(
            DynamoDbJson.Default.GetRecordsRequest, DynamoDbJson.Default.GetRecordsResponse, new GetRecords(regions, time).Get),
    };

    public AwsException Throttled() => DynamoDbErrors.Throttled();

    public AwsException InternalError() => DynamoDbErrors.InternalError();

    public void Reset() => regions.Clear();
}
