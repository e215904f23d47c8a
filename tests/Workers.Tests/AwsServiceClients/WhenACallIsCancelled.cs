using Amazon.SQS;

namespace Workers.Tests.AwsServiceClients;

public sealed class WhenACallIsCancelled : WireSpec
{
    [Fact]
    public async Task An_open_poll_ends_at_once()
    {
        Service.NeverAnswers();
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var poll = Sqs.ReceiveMessageAsync(QueueUrl, cancelling.Token);
        await Service.HasReceivedARequestAsync(Cancellation);

        await cancelling.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => poll);
    }

    [Fact]
    public async Task Nothing_is_sent_when_it_was_cancelled_before()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Sqs.ReceiveMessageAsync(QueueUrl, new CancellationToken(canceled: true)));

        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task A_call_that_outlasts_the_configured_timeout_is_a_timeout()
    {
        Service.NeverAnswers();
        var config = Configure(new AmazonSQSConfig());
        config.Timeout = TimeSpan.FromMilliseconds(50);
        var sqs = Use(new AmazonSQSClient(Credentials, config));

        await Assert.ThrowsAsync<TimeoutException>(() => sqs.ReceiveMessageAsync(QueueUrl, Cancellation));
    }
}
