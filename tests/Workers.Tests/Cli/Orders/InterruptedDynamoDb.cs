using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Workers.Tests.Cli.Orders;

/// <summary>A client before whose calls something else can happen, once each. Nothing interrupts what happens then.</summary>
internal sealed class InterruptedDynamoDb(string url)
    : AmazonDynamoDBClient(new BasicAWSCredentials("spec", "spec"), new AmazonDynamoDBConfig { ServiceURL = url, MaxErrorRetry = 0 })
{
    private readonly Queue<(Func<AmazonWebServiceRequest, bool> When, Func<Task> Do)> _events = [];
    private bool _isHappening;

    /// <summary>Pages of scans hold no more rows than this.</summary>
    public int? RowsPerScan { get; set; }

    /// <summary>Something happens before the next call that is as described; what was said earlier happens earlier.</summary>
    public void Before<TRequest>(Func<TRequest, bool> when, Func<Task> happens)
        where TRequest : AmazonWebServiceRequest =>
        _events.Enqueue((request => request is TRequest it && when(it), happens));

    public override async Task<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
    {
        request.Limit = RowsPerScan ?? request.Limit;
        await HappenAsync(request);
        return await base.ScanAsync(request, cancellationToken);
    }

    public override async Task<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        await HappenAsync(request);
        return await base.BatchGetItemAsync(request, cancellationToken);
    }

    public override async Task<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        await HappenAsync(request);
        return await base.TransactWriteItemsAsync(request, cancellationToken);
    }

    private async Task HappenAsync(AmazonWebServiceRequest request)
    {
        if (_isHappening || !_events.TryPeek(out var next) || !next.When(request))
        {
            return;
        }

        _isHappening = true;
        _events.Dequeue();
        await next.Do();
        _isHappening = false;
    }
}
