using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalAws.Tests.Sqs;

public sealed class WhenDeadLettersGoBack : SqsSpec
{
    [Fact]
    public async Task Each_returns_to_its_source_as_a_new_message()
    {
        var deadLetters = await CreateAsync("dlq");
        var orders = await CreateWithDeadLettersAsync("orders", "dlq");
        var payments = await CreateWithDeadLettersAsync("payments", "dlq");
        var id = await DieAsync(orders, "order");
        await DieAsync(payments, "payment");

        await MoveAsync(new { SourceArn = Arn("dlq") });

        var order = await ReceiveOneAsync(orders);
        Assert.Equal("order", (string?)order["Body"]);
        Assert.NotEqual(id, (string?)order["MessageId"]);
        Assert.Equal("1", (string?)order["Attributes"]!["ApproximateReceiveCount"]);
        Assert.Null(order["Attributes"]!["DeadLetterQueueSourceArn"]);
        Assert.Equal(["payment"], Bodies(await ReceiveAsync(payments)));
        Assert.Equal((0, 0, 0), await CountsAsync(deadLetters));
    }

    [Fact]
    public async Task With_a_destination_all_go_there()
    {
        await CreateAsync("dlq");
        var orders = await CreateWithDeadLettersAsync("orders", "dlq");
        var other = await CreateAsync("other");
        await DieAsync(orders, "order");

        var task = await MoveAsync(new { SourceArn = Arn("dlq"), DestinationArn = Arn("other") });

        Assert.Equal(("COMPLETED", 1, 1), Progress(task));
        Assert.Equal(["order"], Bodies(await ReceiveAsync(other)));
    }

    [Fact]
    public async Task One_that_was_sent_there_directly_fails_the_task_and_stays()
    {
        var deadLetters = await CreateAsync("dlq");
        await CreateWithDeadLettersAsync("orders", "dlq");
        await SendAsync(deadLetters, "direct");

        var task = await MoveAsync(new { SourceArn = Arn("dlq") });

        Assert.Equal(("FAILED", 0, 1), Progress(task));
        Assert.Equal("CouldNotDetermineMessageSource", (string?)task["FailureReason"]);
        Assert.Equal((1, 0, 0), await CountsAsync(deadLetters));
    }

    [Fact]
    public async Task A_rate_is_kept_and_the_task_can_be_cancelled()
    {
        await CreateAsync("dlq");
        var orders = await CreateWithDeadLettersAsync("orders", "dlq");
        foreach (var body in Names("1", "2", "3"))
        {
            await DieAsync(orders, body);
        }

        var handle = await StartAsync(new { SourceArn = Arn("dlq"), MaxNumberOfMessagesPerSecond = 1 });
        await UntilAsync(task => Progress(task).Moved == 1);
        Assert.Equal(("RUNNING", 1, 3), Progress(await LatestAsync()));
        var cancelled = await CallAsync("CancelMessageMoveTask", new { TaskHandle = handle });

        Assert.Equal(1, (int)cancelled["ApproximateNumberOfMessagesMoved"]!);
        Assert.Equal(("CANCELLED", 1, 3), Progress(await UntilAsync(task => Progress(task).Status != "CANCELLING")));
    }

    [Fact]
    public async Task Only_one_task_runs_at_a_time()
    {
        await CreateAsync("dlq");
        var orders = await CreateWithDeadLettersAsync("orders", "dlq");
        await DieAsync(orders, "1");
        await DieAsync(orders, "2");
        await StartAsync(new { SourceArn = Arn("dlq"), MaxNumberOfMessagesPerSecond = 1 });

        var error = await RefusedAsync("StartMessageMoveTask", new { SourceArn = Arn("dlq") });

        Assert.Equal("InvalidParameterValue", error.QueryCode);
    }

    [Fact]
    public async Task Queues_that_do_not_fit_are_refused()
    {
        await CreateAsync("dlq");
        await CreateWithDeadLettersAsync("orders", "dlq");

        var notDead = await RefusedAsync("StartMessageMoveTask", new { SourceArn = Arn("orders"), DestinationArn = Arn("nowhere") });
        var noSource = await RefusedAsync("StartMessageMoveTask", new { SourceArn = Arn("nowhere") });
        var noDestination = await RefusedAsync("StartMessageMoveTask", new { SourceArn = Arn("dlq"), DestinationArn = Arn("nowhere") });
        var noTask = await RefusedAsync("CancelMessageMoveTask", new { TaskHandle = Handle("dlq") });
        var noTaskOf = await RefusedAsync("CancelMessageMoveTask", new { TaskHandle = Handle("nowhere") });
        var foreignTask = await RefusedAsync("CancelMessageMoveTask", new { TaskHandle = Handle("dlq", account: "878966065785") });
        var foreignSource = await RefusedAsync("StartMessageMoveTask", new { SourceArn = "arn:aws:sqs:us-east-1:878966065785:dlq" });
        var noArn = await RefusedAsync("StartMessageMoveTask", new { SourceArn = "dlq" });
        var noHandle = await RefusedAsync("CancelMessageMoveTask", new { TaskHandle = "nothing" });

        Assert.Equal("Source queue must be configured as a Dead Letter Queue.", notDead.Message);
        Assert.Equal(("ResourceNotFoundException", 404), (noSource.Code, noSource.StatusCode));
        Assert.Equal("ResourceNotFoundException", noDestination.Code);
        Assert.Equal(("ResourceNotFoundException", "Task does not exist."), (noTask.Code, noTask.Message));
        Assert.Equal("The resource that you specified for the SourceArn parameter doesn't exist.", noTaskOf.Message);
        Assert.Equal("Value for parameter TaskHandle is invalid.", noHandle.Message);
        Assert.Equal((noTaskOf.Message, noSource.Message), (foreignTask.Message, foreignSource.Message));
        Assert.StartsWith("You must use this format to specify the SourceArn:", noArn.Message);

        static string Handle(string source, string account = "000000000000") => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(
            new { taskId = Guid.Empty, sourceArn = $"arn:aws:sqs:us-east-1:{account}:{source}" }));
    }

    private static (string? Status, int Moved, int ToMove) Progress(JsonNode task) => (
        (string?)task["Status"],
        (int)task["ApproximateNumberOfMessagesMoved"]!,
        (int)task["ApproximateNumberOfMessagesToMove"]!);

    private async Task<string> DieAsync(string queue, string body)
    {
        var id = await SendAsync(queue, body);
        await ReceiveOneAsync(queue, visibilityTimeout: 0);
        await ReceiveAsync(queue);
        return id;
    }

    private async Task<string> StartAsync(object request) => (string)(await CallAsync("StartMessageMoveTask", request))["TaskHandle"]!;

    private async Task<JsonNode> MoveAsync(object request)
    {
        await StartAsync(request);
        return await UntilAsync(task => Progress(task).Status != "RUNNING");
    }

    private async Task<JsonNode> LatestAsync() =>
        (await CallAsync("ListMessageMoveTasks", new { SourceArn = Arn("dlq") }))["Results"]![0]!;

    private async Task<JsonNode> UntilAsync(Func<JsonNode, bool> condition)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var task = await LatestAsync();
            if (condition(task))
            {
                return task;
            }

            await Task.Yield();
        }
    }
}
