namespace LocalAws.Tests.EventBridge;

public sealed class WhenADeliveryFails : EventBridgeSpec
{
    private const string Pattern = """{"source":["s"]}""";

    [Fact]
    public async Task It_is_tried_again_after_longer_and_longer_waits()
    {
        Queues.Fail(QueueArn, times: 3);
        await RouteAsync("r", Pattern, Target());

        await PutAsync(Entry("""{"n":1}"""));
        foreach (var seconds in new[] { 1, 2, 4 })
        {
            await PumpAsync();
            Time.Advance(TimeSpan.FromSeconds(seconds));
        }

        var delivery = await Queues.NextAsync();
        Assert.Equal((QueueArn, """{"n":1}"""), (delivery.QueueArn, delivery.Detail));
    }

    [Fact]
    public async Task Others_do_not_wait_for_it()
    {
        Queues.Fail(QueueArn, times: 1);
        await RouteAsync("r", Pattern, Target());

        await PutAsync(Entry("""{"n":1}"""), Entry("""{"n":2}"""));

        Assert.Equal("""{"n":2}""", (await Queues.NextAsync()).Detail);
    }

    [Fact]
    public async Task It_goes_to_the_dead_letter_queue_when_the_retries_are_used_up()
    {
        Queues.Fail(QueueArn, times: 3);
        await RouteAsync("r", Pattern, Target(new { MaximumRetryAttempts = 2 }));

        var put = await PutAsync(Entry("""{"n":1}"""));
        await PumpAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        await PumpAsync();
        Time.Advance(TimeSpan.FromSeconds(2));

        var dead = await Queues.NextAsync();
        Assert.Equal(DlqArn, dead.QueueArn);
        Assert.Equal((string?)put["Entries"]![0]!["EventId"], (string?)dead.Json["id"]);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["RULE_ARN"] = "arn:aws:events:us-east-1:000000000000:rule/r",
                ["TARGET_ARN"] = QueueArn,
                ["ERROR_CODE"] = "SOME_ERROR",
                ["ERROR_MESSAGE"] = "It says no.",
                ["RETRY_ATTEMPTS"] = "2",
                ["EXHAUSTED_RETRY_CONDITION"] = "MaximumRetryAttempts",
            },
            dead.Attributes);
    }

    [Fact]
    public async Task It_goes_there_when_the_event_has_become_too_old()
    {
        Queues.Fail(QueueArn, times: 100);
        await RouteAsync("r", Pattern, Target(new { MaximumEventAgeInSeconds = 60 }));

        await PutAsync(Entry());
        foreach (var seconds in new[] { 1, 2, 4, 8, 16 })
        {
            await PumpAsync();
            Time.Advance(TimeSpan.FromSeconds(seconds));
        }

        var dead = await Queues.NextAsync();   // after 31 seconds: the next try would come after 63
        Assert.Equal("MaximumEventAgeInSeconds", dead.Attributes!["EXHAUSTED_RETRY_CONDITION"]);
        Assert.Equal("5", dead.Attributes["RETRY_ATTEMPTS"]);
    }

    [Fact]
    public async Task It_goes_there_at_once_when_trying_again_is_useless()
    {
        Queues.Fail(QueueArn, times: 1, isRetryable: false);
        await RouteAsync("r", Pattern, Target());

        await PutAsync(Entry());

        var dead = await Queues.NextAsync();
        Assert.Equal((DlqArn, "0"), (dead.QueueArn, dead.Attributes!["RETRY_ATTEMPTS"]));
        Assert.DoesNotContain("EXHAUSTED_RETRY_CONDITION", dead.Attributes);
    }

    [Fact]
    public async Task Without_a_dead_letter_queue_it_is_dropped()
    {
        Queues.Fail(QueueArn, times: 1, isRetryable: false);
        await RouteAsync("r", Pattern, new { Id = "1", Arn = QueueArn });

        await PutAsync(Entry("""{"n":1}"""), Entry("""{"n":2}"""));

        Assert.Equal("""{"n":2}""", (await Queues.NextAsync()).Detail);
    }

    private static object Target(object? retryPolicy = null) =>
        new { Id = "1", Arn = QueueArn, RetryPolicy = retryPolicy, DeadLetterConfig = new { Arn = DlqArn } };

    // What was put before is settled once something put after it has arrived.
    private async Task PumpAsync()
    {
        await RouteAsync("sentinel", """{"source":["sentinel"]}""", new { Id = "1", Arn = OtherArn });
        await PutAsync(Entry(source: "sentinel"));
        Assert.Equal(OtherArn, (await Queues.NextAsync()).QueueArn);
    }
}
