using System.Diagnostics;
using System.Net;

namespace LocalAws.Tests.Http;

public sealed class WhenAPollIsOpen : HttpSpec
{
    private const string LongPoll = """{"QueueUrl":"orders","WaitTimeSeconds":20}""";
    private const string InFlight = """{"QueueUrl":"orders","AttributeNames":["ApproximateNumberOfMessagesNotVisible"]}""";

    [Fact]
    public async Task Stopping_the_server_answers_it_empty_and_is_quick()
    {
        using var created = await CallAsync("AmazonSQS.CreateQueue", """{"QueueName":"orders"}""");
        var poll = CallAsync("AmazonSQS.ReceiveMessage", LongPoll);
        await UntilReceivesAsync(1);

        var clock = Stopwatch.StartNew();
        await Server.DisposeAsync();

        using var response = await poll;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"stopping took {clock.Elapsed}");
    }

    [Fact]
    public async Task A_message_that_arrives_after_its_client_left_is_in_flight_as_on_AWS()
    {
        using var created = await CallAsync("AmazonSQS.CreateQueue", """{"QueueName":"orders"}""");
        using (var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation))
        {
            var poll = CallAndLeaveAsync("AmazonSQS.ReceiveMessage", LongPoll, leaving.Token);
            await UntilReceivesAsync(1);
            await leaving.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        }

        using var sent = await CallAsync("AmazonSQS.SendMessage", """{"QueueUrl":"orders","MessageBody":"stranded"}""");

        Assert.Equal("1", await InFlightAsync());
    }

    private async Task UntilReceivesAsync(long count)
    {
        while (Server.Calls.GetValueOrDefault("sqs.ReceiveMessage") < count)
        {
            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Once the poll, woken by the message, has taken it.</summary>
    private async Task<string?> InFlightAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            using var response = await CallAsync("AmazonSQS.GetQueueAttributes", InFlight);
            var count = (string?)(await JsonAsync(response))["Attributes"]!["ApproximateNumberOfMessagesNotVisible"];
            if (count == "1" || attempt == 1_000)
            {
                return count;
            }
        }
    }
}
