using System.Collections.Concurrent;
using System.Diagnostics;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Workers.Benchmarks.Aws;

/// <summary>An SQS client that notes when each message came in.</summary>
internal sealed class StampingSqs(AmazonSQSConfig config) : AmazonSQSClient(config)
{
    private readonly ConcurrentDictionary<string, long> _received = [];

    /// <summary>The timestamp of the answer that brought the message.</summary>
    public long ReceivedAt(string messageId) => _received[messageId];

    public override async Task<ReceiveMessageResponse> ReceiveMessageAsync(
        ReceiveMessageRequest request, CancellationToken cancellationToken = default)
    {
        var response = await base.ReceiveMessageAsync(request, cancellationToken);
        var now = Stopwatch.GetTimestamp();
        foreach (var message in response.Messages ?? [])
        {
            _received[message.MessageId] = now;
        }

        return response;
    }
}
