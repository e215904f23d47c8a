using System.Collections.Concurrent;
using System.Threading.Channels;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Workers.IntegrationTests.Costs;

/// <summary>
/// The one SQS client of a whole fleet: its consumers' polls wait until the spec lets a message through, and only one is let through at
/// a time. So nothing that is counted depends on how busy the machine is. What the engine asks for a message is counted.
/// </summary>
internal sealed class TurnstileSqs(AmazonSQSConfig config, OrderBill bill) : AmazonSQSClient(config)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Channel<Message>> _through = [];
    private volatile TaskCompletionSource _settled = new();

    /// <summary>Lets one message of a queue through, and returns once its worker has settled it; false where the queue is empty.</summary>
    /// <param name="queueUrl">The queue.</param>
    /// <param name="what">What is billed for it, from its body.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> LetThroughAsync(string queueUrl, Func<string, string> what, CancellationToken cancellationToken)
    {
        var received = await base.ReceiveMessageAsync(
            new ReceiveMessageRequest(queueUrl) { MaxNumberOfMessages = 1, WaitTimeSeconds = 0, MessageSystemAttributeNames = ["All"] },
            cancellationToken);
        if (received.Messages is not [var message])
        {
            return false;
        }

        bill.Begin(what(message.Body));
        bill.Add(new() { Messages = 1, SqsRequests = 1 });
        _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await ThroughOf(queueUrl).Writer.WriteAsync(message, cancellationToken);
        await _settled.Task.WaitAsync(Patience, TimeProvider.System, cancellationToken);
        return true;
    }

    /// <summary>A poll: it brings what is let through, or nothing when its wait is over, as SQS's do.</summary>
    public override async Task<ReceiveMessageResponse> ReceiveMessageAsync(
        ReceiveMessageRequest request, CancellationToken cancellationToken = default)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        wait.CancelAfter(TimeSpan.FromSeconds(request.WaitTimeSeconds ?? 0));
        try
        {
            return new() { Messages = [await ThroughOf(request.QueueUrl).Reader.ReadAsync(wait.Token)] };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new() { Messages = [] };
        }
    }

    public override async Task<DeleteMessageBatchResponse> DeleteMessageBatchAsync(
        DeleteMessageBatchRequest request, CancellationToken cancellationToken = default)
    {
        var response = await base.DeleteMessageBatchAsync(request, cancellationToken);
        bill.Add(new() { SqsRequests = 1 });
        _settled.TrySetResult();
        return response;
    }

    public override async Task<ChangeMessageVisibilityBatchResponse> ChangeMessageVisibilityBatchAsync(
        ChangeMessageVisibilityBatchRequest request, CancellationToken cancellationToken = default)
    {
        var response = await base.ChangeMessageVisibilityBatchAsync(request, cancellationToken);
        bill.Add(new() { SqsRequests = 1 });
        _settled.TrySetException(new InvalidOperationException("A message was shown again, or its lease extended: alone, none is."));
        return response;
    }

    public override Task<SendMessageBatchResponse> SendMessageBatchAsync(
        SendMessageBatchRequest request, CancellationToken cancellationToken = default)
    {
        bill.Add(new() { SqsRequests = 1 });
        return base.SendMessageBatchAsync(request, cancellationToken);
    }

    private Channel<Message> ThroughOf(string queueUrl) => _through.GetOrAdd(queueUrl, _ => Channel.CreateUnbounded<Message>());
}
