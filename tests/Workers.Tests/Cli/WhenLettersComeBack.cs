using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Cli.DeadLetters;
using Workers.Cli.Timing;

namespace Workers.Tests.Cli;

public sealed class WhenLettersComeBack : IDisposable
{
    private readonly RejectingWorker _sqs = new();

    public void Dispose() => _sqs.Dispose();

    [Fact]
    public async Task They_are_told_apart_from_others_and_not_sent_a_second_time()
    {
        _sqs.Put("""{"id":"a"}""", "b", "c");
        _sqs.Late.Add("from elsewhere");

        var answer = await RedriveAsync();

        Assert.Equal((3, 3, 1), (answer.Removals.Count(removal => removal.Outcome is RemovalOutcome.Redriven), answer.CameBack, answer.Others));
        Assert.Equal(3, _sqs.Sent);
    }

    [Fact]
    public async Task Where_none_does_nothing_is_said_of_it()
    {
        _sqs.Put("a");
        _sqs.Rejects = false;

        Assert.Equal(0, (await RedriveAsync()).CameBack);
    }

    private async Task<RemovalAnswer> RedriveAsync()
    {
        await using var walk = new DeadLetterWalk(_sqs, "http://dlq");
        var remover = new Redriving(_sqs, new WorkerRoute("queue", "http://queue"), new(_sqs, "http://dlq"));
        return await new Removing(walk, remover, new(), new FakeTime())
            .RemoveAsync("dlq", new Pace(1_000_000, TimeProvider.System), _ => { }, TestContext.Current.CancellationToken);
    }

    /// <summary>A queue whose worker rejects all that it gets, at once.</summary>
    private sealed class RejectingWorker()
        : AmazonSQSClient(new BasicAWSCredentials("spec", "spec"), new AmazonSQSConfig { ServiceURL = "http://127.0.0.1:1" })
    {
        private readonly Queue<Message> _letters = new();
        private int _ids;

        public bool Rejects { get; set; } = true;

        public int Sent { get; private set; }

        /// <summary>Letters that come in after the first send.</summary>
        public List<string> Late { get; } = [];

        public void Put(params string[] bodies)
        {
            foreach (var body in bodies)
            {
                Add(body, FakeTime.Start);
            }
        }

        public override Task<ReceiveMessageResponse> ReceiveMessageAsync(ReceiveMessageRequest request, CancellationToken cancellationToken = default)
        {
            var messages = new List<Message>();
            while (messages.Count < 10 && _letters.TryDequeue(out var letter))
            {
                messages.Add(letter);
            }

            return Task.FromResult(new ReceiveMessageResponse { Messages = messages });
        }

        public override Task<SendMessageBatchResponse> SendMessageBatchAsync(
            string queueUrl, List<SendMessageBatchRequestEntry> entries, CancellationToken cancellationToken = default)
        {
            Sent += entries.Count;
            foreach (var body in Late.Concat(Rejects ? entries.Select(entry => entry.MessageBody) : []))
            {
                Add(body, FakeTime.Start.AddSeconds(1));
            }

            Late.Clear();
            return Task.FromResult(new SendMessageBatchResponse());
        }

        public override Task<DeleteMessageBatchResponse> DeleteMessageBatchAsync(
            string queueUrl, List<DeleteMessageBatchRequestEntry> entries, CancellationToken cancellationToken = default) =>
            Task.FromResult(new DeleteMessageBatchResponse());

        public override Task<ChangeMessageVisibilityBatchResponse> ChangeMessageVisibilityBatchAsync(
            string queueUrl, List<ChangeMessageVisibilityBatchRequestEntry> entries, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChangeMessageVisibilityBatchResponse());

        private void Add(string body, DateTimeOffset sent) => _letters.Enqueue(new()
        {
            MessageId = $"{_ids++}",
            ReceiptHandle = $"{_ids}",
            Body = body,
            Attributes = new()
            {
                [MessageSystemAttributeName.SentTimestamp] = $"{sent.ToUnixTimeMilliseconds()}",
                [MessageSystemAttributeName.ApproximateReceiveCount] = "1",
            },
        });
    }
}
