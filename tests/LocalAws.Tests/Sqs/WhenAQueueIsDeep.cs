using LocalAws.Http;
using LocalAws.Sqs.Queues;

namespace LocalAws.Tests.Sqs;

public sealed class WhenAQueueIsDeep : SqsSpec
{
    private const int Limit = MessageTaker.MostInFlight;
    private const int Beyond = 5;

    [Fact]
    public async Task Every_message_is_handed_out_once_until_120000_are_in_flight()
    {
        var queue = await CreateAsync("orders");
        for (var i = 0; i < Limit + Beyond; i++)
        {
            new QueueTarget(Sqs).Deliver(Arn("orders"), $"{i}");
        }

        var bodies = new HashSet<string>();
        var last = "";
        while (bodies.Count < Limit)
        {
            var messages = await ReceiveAsync(queue);
            Assert.All(Bodies(messages), body => Assert.True(bodies.Add(body)));
            last = Handle(messages[0]!);
        }

        Assert.Equal((Beyond, Limit, 0), await CountsAsync(queue));
        await A_short_poll_is_refused(queue);
        await A_long_poll_waits_for_a_place(queue, last);
    }

    private async Task A_short_poll_is_refused(string queue)
    {
        var error = await Assert.ThrowsAsync<AwsException>(() => ReceiveAsync(queue));

        Assert.Equal(("OverLimit", 403), (error.Code, error.StatusCode));
    }

    private async Task A_long_poll_waits_for_a_place(string queue, string receiptHandle)
    {
        var receive = ReceiveAsync(queue, wait: 20);
        Assert.False(receive.IsCompleted);

        await CallAsync("DeleteMessage", new { QueueUrl = queue, ReceiptHandle = receiptHandle });

        Assert.Single(await receive);
    }
}
