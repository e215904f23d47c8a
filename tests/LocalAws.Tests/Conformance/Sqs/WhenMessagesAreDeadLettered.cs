using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace LocalAws.Tests.Conformance.Sqs;

public sealed class WhenMessagesAreDeadLettered(ConformanceEndpoint endpoint)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_moved_when_received_too_often_and_say_from_where()
    {
        var (source, deadLetters) = await CreatePairAsync();
        var sent = await endpoint.Sqs.SendMessageAsync(source, "poison", Cancellation);

        await DieAsync(source);

        var message = await ReceiveDeadAsync(deadLetters);
        Assert.Equal((sent.MessageId, "poison"), (message.MessageId, message.Body));
        Differences.DeadLetterSource.Skip(endpoint);
        Assert.Equal(await endpoint.ArnOfQueueAsync(source), message.Attributes["DeadLetterQueueSourceArn"]);
    }

    [Fact]
    public async Task The_queues_that_name_a_dead_letter_queue_are_listed()
    {
        var (source, deadLetters) = await CreatePairAsync();

        var answer = await endpoint.Sqs.ListDeadLetterSourceQueuesAsync(
            new ListDeadLetterSourceQueuesRequest { QueueUrl = deadLetters }, Cancellation);

        Assert.Equal([source], answer.QueueUrls);
    }

    [Fact]
    public async Task A_redrive_policy_without_a_queue_is_refused()
    {
        var url = await endpoint.CreateQueueAsync();
        var policy = Policy((await endpoint.ArnOfQueueAsync(url)) + "-missing");

        var error = await Assert.ThrowsAnyAsync<AmazonSQSException>(
            () => endpoint.Sqs.SetQueueAttributesAsync(url, new() { ["RedrivePolicy"] = policy }, Cancellation));

        Differences.MissingDeadLetterQueue.Skip(endpoint);
        Assert.Equal("InvalidParameterValue", error.ErrorCode);
    }

    [Fact]
    public async Task A_move_task_takes_them_back_to_where_they_came_from()
    {
        Differences.MoveTasks.Skip(endpoint);
        var (source, deadLetters) = await CreatePairAsync();
        await endpoint.Sqs.SendMessageAsync(source, "poison", Cancellation);
        await DieAsync(source);

        var arn = await endpoint.ArnOfQueueAsync(deadLetters);
        await endpoint.Sqs.StartMessageMoveTaskAsync(new StartMessageMoveTaskRequest { SourceArn = arn }, Cancellation);

        var back = await endpoint.Sqs.ReceiveMessageAsync(new ReceiveMessageRequest(source) { WaitTimeSeconds = 20 }, Cancellation);
        Assert.Equal("poison", Assert.Single(back.Messages).Body);
        var task = await CompletedAsync(arn);
        Assert.Equal(("COMPLETED", 1L), (task.Status, task.ApproximateNumberOfMessagesMoved));
    }

    [Fact]
    public async Task A_move_task_fails_for_messages_that_came_from_nowhere()
    {
        Differences.MoveTasks.Skip(endpoint);
        var (_, deadLetters) = await CreatePairAsync();
        await endpoint.Sqs.SendMessageAsync(deadLetters, "sent here", Cancellation);

        var arn = await endpoint.ArnOfQueueAsync(deadLetters);
        await endpoint.Sqs.StartMessageMoveTaskAsync(new StartMessageMoveTaskRequest { SourceArn = arn }, Cancellation);

        Assert.Equal("FAILED", (await CompletedAsync(arn)).Status);
    }

    [Fact]
    public async Task Only_a_dead_letter_queue_has_move_tasks()
    {
        Differences.MoveTasks.Skip(endpoint);
        var url = await endpoint.CreateQueueAsync();
        var request = new StartMessageMoveTaskRequest { SourceArn = await endpoint.ArnOfQueueAsync(url) };

        var error = await Assert.ThrowsAnyAsync<AmazonSQSException>(() => endpoint.Sqs.StartMessageMoveTaskAsync(request, Cancellation));

        Assert.Equal("Source queue must be configured as a Dead Letter Queue.", error.Message);
    }

    private static string Policy(string deadLetterQueueArn) =>
        JsonSerializer.Serialize(new { deadLetterTargetArn = deadLetterQueueArn, maxReceiveCount = 1 });

    private async Task<(string Source, string DeadLetters)> CreatePairAsync()
    {
        var deadLetters = await endpoint.CreateQueueAsync();
        var source = await endpoint.CreateQueueAsync(new() { ["RedrivePolicy"] = Policy(await endpoint.ArnOfQueueAsync(deadLetters)) });
        return (source, deadLetters);
    }

    /// <summary>Receives until the message is gone.</summary>
    private async Task DieAsync(string source)
    {
        var request = new ReceiveMessageRequest(source) { VisibilityTimeout = 0 };
        while ((await endpoint.Sqs.ReceiveMessageAsync(request, Cancellation)).Messages is { Count: > 0 })
        {
        }
    }

    private async Task<Message> ReceiveDeadAsync(string deadLetters) => Assert.Single((await endpoint.Sqs.ReceiveMessageAsync(
        new ReceiveMessageRequest(deadLetters) { WaitTimeSeconds = 20, MessageSystemAttributeNames = ["All"] }, Cancellation)).Messages);

    private async Task<ListMessageMoveTasksResultEntry> CompletedAsync(string arn)
    {
        while (true)
        {
            var answer = await endpoint.Sqs.ListMessageMoveTasksAsync(new ListMessageMoveTasksRequest { SourceArn = arn }, Cancellation);
            if (answer.Results[0] is { Status: not "RUNNING" } task)
            {
                return task;
            }
        }
    }
}
