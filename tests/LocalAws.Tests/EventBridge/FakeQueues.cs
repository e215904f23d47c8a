using System.Threading.Channels;
using LocalAws.EventBridge;

namespace LocalAws.Tests.EventBridge;

/// <summary>Queues that record what is delivered to them, and fail as often as a test asks for.</summary>
internal sealed class FakeQueues : IEventTarget
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<FakeDelivery> _delivered = Channel.CreateUnbounded<FakeDelivery>();
    private readonly Dictionary<string, Queue<DeliveryResult>> _failures = [];

    public bool Accepts(string targetArn) => targetArn.StartsWith("arn:aws:sqs:", StringComparison.Ordinal);

    public DeliveryResult Deliver(
        string targetArn,
        string body,
        IReadOnlyDictionary<string, string>? attributes = null,
        string? ruleArn = null,
        string? traceHeader = null,
        string? messageGroupId = null)
    {
        if (_failures.TryGetValue(targetArn, out var failures) && failures.TryDequeue(out var failure))
        {
            return failure;
        }

        _delivered.Writer.TryWrite(new FakeDelivery(targetArn, body, attributes, ruleArn, traceHeader) { GroupId = messageGroupId });
        return DeliveryResult.Delivered;
    }

    /// <summary>Makes the next deliveries to a queue fail. To be called before there are any.</summary>
    public void Fail(string targetArn, int times, bool isRetryable = true) => _failures[targetArn] =
        new(Enumerable.Repeat(new DeliveryResult("SOME_ERROR", "It says no.", isRetryable), times));

    /// <summary>The next delivery, when it comes; one that does not come fails the test.</summary>
    public Task<FakeDelivery> NextAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        return _delivered.Reader.ReadAsync(cancellation).AsTask().WaitAsync(Patience, cancellation);
    }
}
