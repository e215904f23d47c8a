using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Operations.DeadLetters;

namespace Workers.Tests.Cli;

public sealed class WhenARedriveFailsInPart : IDisposable
{
    private readonly PartlyFailing _sqs = new();
    private readonly Redriving _redriving;

    public WhenARedriveFailsInPart() => _redriving = new(_sqs, new WorkerRoute("queue", "http://queue"), new(_sqs, "http://dlq"));

    public void Dispose() => _sqs.Dispose();

    [Fact]
    public async Task What_was_not_sent_is_not_deleted()
    {
        _sqs.RefusesToSend.Add("b");

        var removals = await _redriving.RemoveAsync([Letter("a"), Letter("b")]);

        Assert.Equal(["a"], _sqs.Deleted);
        Assert.Equal([RemovalOutcome.Redriven, RemovalOutcome.Kept], removals.Select(removal => removal.Outcome));
        Assert.Equal("not sent: Code Because", removals[1].Problem);
    }

    [Fact]
    public async Task A_send_that_fails_altogether_deletes_nothing()
    {
        _sqs.SendFails = true;

        var removals = await _redriving.RemoveAsync([Letter("a")]);

        Assert.Empty(_sqs.Deleted);
        Assert.Equal(RemovalOutcome.Kept, Assert.Single(removals).Outcome);
    }

    [Fact]
    public async Task What_was_sent_and_not_deleted_is_told_apart()
    {
        _sqs.RefusesToDelete.Add("a");

        var removals = await _redriving.RemoveAsync([Letter("a"), Letter("b")]);

        Assert.Equal([RemovalOutcome.SentAndKept, RemovalOutcome.Redriven], removals.Select(removal => removal.Outcome));
    }

    [Fact]
    public async Task Bodies_that_are_too_much_for_one_call_go_in_several()
    {
        var large = new string('x', 600_000);

        await _redriving.RemoveAsync([Letter("a", large), Letter("b", large)]);

        Assert.Equal(2, _sqs.Sends);
        Assert.Equal(["a", "b"], _sqs.Deleted);
    }

    private static DeadLetter Letter(string id, string? body = null) =>
        new(id, ReceiptHandle: id, body ?? id, FakeTime.Start, 1, new Dictionary<string, string>());

    private sealed class PartlyFailing()
        : AmazonSQSClient(new BasicAWSCredentials("spec", "spec"), new AmazonSQSConfig { ServiceURL = "http://127.0.0.1:1" })
    {
        public HashSet<string> RefusesToSend { get; } = [];

        public HashSet<string> RefusesToDelete { get; } = [];

        public bool SendFails { get; set; }

        public int Sends { get; private set; }

        public List<string> Deleted { get; } = [];

        public override Task<SendMessageBatchResponse> SendMessageBatchAsync(
            string queueUrl, List<SendMessageBatchRequestEntry> entries, CancellationToken cancellationToken = default)
        {
            Sends++;
            return SendFails
                ? throw new AmazonSQSException("down")
                : Task.FromResult(new SendMessageBatchResponse
                {
                    Failed = [.. entries.Where(entry => RefusesToSend.Contains(entry.MessageBody)).Select(entry => Error(entry.Id))],
                });
        }

        public override Task<DeleteMessageBatchResponse> DeleteMessageBatchAsync(
            string queueUrl, List<DeleteMessageBatchRequestEntry> entries, CancellationToken cancellationToken = default)
        {
            Deleted.AddRange(entries.Select(entry => entry.ReceiptHandle).Where(id => !RefusesToDelete.Contains(id)));
            return Task.FromResult(new DeleteMessageBatchResponse
            {
                Failed = [.. entries.Where(entry => RefusesToDelete.Contains(entry.ReceiptHandle)).Select(entry => Error(entry.Id))],
            });
        }

        private static BatchResultErrorEntry Error(string id) => new() { Id = id, Code = "Code", Message = "Because" };
    }
}
