using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace Workers.Tests.AwsServiceClients;

public sealed class WhenACallIsCancelled : WireSpec
{
    [Fact]
    public async Task It_ends_at_once()
    {
        Service.NeverAnswers();
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var call = Events.PutEventsAsync(new PutEventsRequest(), cancelling.Token);
        await Service.HasReceivedARequestAsync(Cancellation);

        await cancelling.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => call);
    }

    [Fact]
    public async Task Nothing_is_sent_when_it_was_cancelled_before()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Events.PutEventsAsync(new PutEventsRequest(), new CancellationToken(canceled: true)));

        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task A_call_that_outlasts_the_configured_timeout_is_a_timeout()
    {
        Service.NeverAnswers();
        var config = Configure(new AmazonEventBridgeConfig());
        config.Timeout = TimeSpan.FromMilliseconds(50);
        var events = Use(new AmazonEventBridgeClient(Credentials, config));

        await Assert.ThrowsAsync<TimeoutException>(() => events.PutEventsAsync(new PutEventsRequest(), Cancellation));
    }
}
