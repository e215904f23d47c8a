using System.Collections.Concurrent;
using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Amazon.SQS.Model;

namespace LocalAws.Tests.Data;

/// <summary>Events go from a bus to a queue, and from there into a table, while snapshots are taken.</summary>
public sealed class WhenSnapshotsAreTakenUnderLoad : DataSpec
{
    private const string Queue = "http://localhost/000000000000/queue";

    private readonly ConcurrentQueue<string> _accepted = [];

    [Fact]
    public async Task What_was_accepted_before_a_snapshot_is_in_one_service_or_another_after_it()
    {
        await Sqs.CreateQueueAsync("queue", Cancellation);
        await Dynamo.CreateTableAsync("done", [new("id", "HASH")], [new("id", "S")], new(1, 1), Cancellation);
        await CallAsync("AWSEvents.PutRule", new { Name = "r", EventPattern = """{"source":["shop"]}""" });
        await CallAsync("AWSEvents.PutTargets", new
        {
            Rule = "r",
            Targets = new[] { new { Id = "t", Arn = "arn:aws:sqs:us-east-1:000000000000:queue", InputPath = "$.detail.n" } },
        });

        for (var round = 0; round < 5; round++)
        {
            _accepted.Clear();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            Task[] work = [ProduceAsync(round, stop.Token), ConsumeAsync(stop.Token), ConsumeAsync(stop.Token)];
            await UntilAsync<object>(() => Task.FromResult<object?>(_accepted.Count >= 40 ? "" : null));
            var before = _accepted.ToArray();
            var snapshot = await SnapshotAsync();
            await stop.CancelAsync();
            await Task.WhenAll(work);

            await RestartFromAsync(snapshot);

            var missing = before.ToHashSet();
            missing.ExceptWith((await Dynamo.ScanAsync(new ScanRequest("done"), Cancellation)).Items.Select(item => item["id"].S));
            await UntilAsync<object>(async () =>
            {
                await TakeAsync(message => missing.Remove(message.Body));
                Time.Advance(TimeSpan.FromSeconds(30));
                return missing.Count == 0 ? "" : null;
            });
        }
    }

    private async Task ProduceAsync(int round, CancellationToken stop)
    {
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var id = ((round * 1_000_000) + n).ToString(CultureInfo.InvariantCulture);
            await CallAsync("AWSEvents.PutEvents", new
            {
                Entries = new[] { new { Source = "shop", DetailType = "t", Detail = $$"""{"n":{{id}}}""" } },
            });
            _accepted.Enqueue(id);
        }
    }

    private async Task ConsumeAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await TakeAsync(message => Dynamo.PutItemAsync("done", new() { ["id"] = new(message.Body) }, Cancellation));
        }
    }

    private async Task TakeAsync(Func<Message, Task> take)
    {
        var request = new ReceiveMessageRequest(Queue) { MaxNumberOfMessages = 10 };
        foreach (var message in (await Sqs.ReceiveMessageAsync(request, Cancellation)).Messages ?? [])
        {
            await take(message);
            await Sqs.DeleteMessageAsync(Queue, message.ReceiptHandle, Cancellation);
        }
    }

    private Task TakeAsync(Action<Message> take) => TakeAsync(message =>
    {
        take(message);
        return Task.CompletedTask;
    });
}
