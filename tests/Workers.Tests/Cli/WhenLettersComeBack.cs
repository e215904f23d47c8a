using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Operations.DeadLetters;
using Workers.Operations.Timing;

namespace Workers.Tests.Cli;

public sealed class WhenLettersComeBack : IDisposable
{
    private readonly FakeTime _time = new();
    private readonly RejectingWorker _sqs;

    public WhenLettersComeBack() => _sqs = new(_time);

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

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task Neither_a_fast_nor_a_slow_clock_of_the_operator_matters(int minutesAhead)
    {
        _sqs.Ahead = TimeSpan.FromMinutes(minutesAhead);
        _sqs.Put("a", "b");
        _sqs.Late.Add("from elsewhere");

        var answer = await RedriveAsync();

        Assert.Equal((2, 2, 1), (answer.Removals.Count, answer.CameBack, answer.Others));
        Assert.Equal(2, _sqs.Sent);
    }

    [Fact]
    public async Task An_end_is_reached_although_sqs_tells_no_time_of_its_own()
    {
        _sqs.ReceiveCount = 2;
        _sqs.Put("a", "b");

        await RedriveAsync();

        Assert.Equal(2, _sqs.Sent);
    }

    [Fact]
    public async Task A_second_letter_of_the_same_event_stays()
    {
        _sqs.Rejects = false;
        _sqs.Put("a", "a");

        var answer = await RedriveAsync();

        Assert.Equal((1, 0, 1), (_sqs.Sent, answer.CameBack, answer.Others));
    }

    [Fact]
    public async Task A_discard_takes_every_letter_of_an_event()
    {
        _sqs.Put("a", "a");

        var answer = await RemoveAsync(new Discarding(new(_sqs, "http://dlq")));

        Assert.Equal((2, 0), (answer.Removals.Count, answer.Others));
    }

    private Task<RemovalAnswer> RedriveAsync() =>
        RemoveAsync(new Redriving(_sqs, new WorkerRoute("queue", "http://queue"), new(_sqs, "http://dlq")));

    private async Task<RemovalAnswer> RemoveAsync(IRemover remover)
    {
        await using var walk = new DeadLetterWalk(_sqs, "http://dlq");
        return await new Removing(walk, remover, new(), _time)
            .RemoveAsync("dlq", new Pace(1_000_000, TimeProvider.System), _ => { }, TestContext.Current.CancellationToken);
    }

    /// <summary>A queue whose worker rejects all that it gets, at once.</summary>
    private sealed class RejectingWorker(FakeTime time)
        : AmazonSQSClient(new BasicAWSCredentials("spec", "spec"), new AmazonSQSConfig { ServiceURL = "http://127.0.0.1:1" })
    {
        private readonly Queue<Message> _letters = new();
        private int _ids;

        public bool Rejects { get; set; } = true;

        /// <summary>How far SQS's clock is before the operator's.</summary>
        public TimeSpan Ahead { get; set; }

        public int ReceiveCount { get; set; } = 1;

        public int Sent { get; private set; }

        /// <summary>Letters that come in after the first send.</summary>
        public List<string> Late { get; } = [];

        public void Put(params string[] bodies)
        {
            foreach (var body in bodies)
            {
                Add(body);
            }
        }

        public override Task<ReceiveMessageResponse> ReceiveMessageAsync(ReceiveMessageRequest request, CancellationToken cancellationToken = default)
        {
            var messages = new List<Message>();
            while (messages.Count < 10 && _letters.TryDequeue(out var letter))
            {
                letter.Attributes[MessageSystemAttributeName.ApproximateFirstReceiveTimestamp] = Now();
                messages.Add(letter);
            }

            return Task.FromResult(new ReceiveMessageResponse { Messages = messages });
        }

        public override Task<SendMessageBatchResponse> SendMessageBatchAsync(
            string queueUrl, List<SendMessageBatchRequestEntry> entries, CancellationToken cancellationToken = default)
        {
            Sent += entries.Count;
            time.Advance(TimeSpan.FromSeconds(1));
            foreach (var body in Late.Concat(Rejects ? entries.Select(entry => entry.MessageBody) : []))
            {
                Add(body);
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

        private string Now() => $"{(time.GetUtcNow() + Ahead).ToUnixTimeMilliseconds()}";

        private void Add(string body) => _letters.Enqueue(new()
        {
            MessageId = $"{_ids++}",
            ReceiptHandle = $"{_ids}",
            Body = body,
            Attributes = new()
            {
                [MessageSystemAttributeName.SentTimestamp] = Now(),
                [MessageSystemAttributeName.ApproximateReceiveCount] = $"{ReceiveCount}",
            },
        });
    }
}
