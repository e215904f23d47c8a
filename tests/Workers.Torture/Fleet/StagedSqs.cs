using Amazon.SQS;
using Amazon.SQS.Model;

namespace Workers.Torture.Fleet;

/// <summary>An SQS client that passes the stages after a receive and before a delete.</summary>
internal sealed class StagedSqs(Stages stages, AmazonSQSConfig config) : AmazonSQSClient(config)
{
    public override async Task<ReceiveMessageResponse> ReceiveMessageAsync(
        ReceiveMessageRequest request, CancellationToken cancellationToken = default)
    {
        var response = await base.ReceiveMessageAsync(request, cancellationToken);
        if (response.Messages is { Count: > 0 })
        {
            stages.Reached(Stage.AfterReceive);
        }

        return response;
    }

    public override Task<DeleteMessageBatchResponse> DeleteMessageBatchAsync(
        DeleteMessageBatchRequest request, CancellationToken cancellationToken = default)
    {
        stages.Reached(Stage.BeforeDelete);
        return base.DeleteMessageBatchAsync(request, cancellationToken);
    }
}
