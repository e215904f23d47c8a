using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Workers.Tests.Effects.Fakes;

/// <summary>The SDK's client, its calls answered by a spec.</summary>
internal sealed class ScriptedDynamo() : AmazonDynamoDBClient(new AnonymousAWSCredentials(), RegionEndpoint.USEast1)
{
    private readonly Queue<Func<BatchGetItemRequest, BatchGetItemResponse>> _reads = [];

    public List<BatchGetItemRequest> Reads { get; } = [];

    public List<TransactWriteItemsRequest> Writes { get; } = [];

    public Func<Exception>? WriteFailure { get; set; }

    public void Answers(Func<BatchGetItemRequest, BatchGetItemResponse> read) => _reads.Enqueue(read);

    public override Task<BatchGetItemResponse> BatchGetItemAsync(
        BatchGetItemRequest request,
        CancellationToken cancellationToken = default)
    {
        Reads.Add(request);
        return Task.FromResult(_reads.TryDequeue(out var read) ? read(request) : new BatchGetItemResponse());
    }

    public override Task<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request,
        CancellationToken cancellationToken = default)
    {
        Writes.Add(request);
        return WriteFailure is { } failure ? throw failure() : Task.FromResult(new TransactWriteItemsResponse());
    }
}
