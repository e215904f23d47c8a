using System.Text.Json.Nodes;
using Amazon.SQS.Model;

namespace LocalAws.Tests.Data;

public sealed class WhenEventBridgeIsStartedAgain : DataSpec
{
    private const string Queue = "http://localhost/000000000000/queue";
    private const string QueueArn = "arn:aws:sqs:us-east-1:000000000000:queue";
    private const string Bus = "arn:aws:events:us-east-1:000000000000:event-bus/shop";

    [Fact]
    public async Task Buses_rules_and_targets_are_as_they_were()
    {
        await CreateBusAsync();
        await CallAsync("AWSEvents.PutPermission", new { EventBusName = "shop", Action = "events:PutEvents", Principal = "*", StatementId = "s" });
        await RouteAsync(new { Id = "t", Arn = QueueArn, InputPath = "$.detail", RetryPolicy = new { MaximumRetryAttempts = 3 } });
        await CallAsync("AWSEvents.TagResource", new { ResourceARN = Bus, Tags = new[] { new { Key = "team", Value = "shop" } } });
        await CallAsync("AWSEvents.CreateArchive", new { ArchiveName = "all", EventSourceArn = Bus, RetentionDays = 7, Description = "d" });
        var before = await DescribeAsync();

        await RestartAsync(TimeSpan.FromDays(1));

        Assert.Equal(before, await DescribeAsync());
    }

    [Fact]
    public async Task Connections_and_api_destinations_are_as_they_were()
    {
        var connection = await CallAsync("AWSEvents.CreateConnection", new
        {
            Name = "c",
            AuthorizationType = "BASIC",
            AuthParameters = new { BasicAuthParameters = new { Username = "u", Password = "p" } },
        });
        await CallAsync("AWSEvents.CreateApiDestination", new
        {
            Name = "d",
            ConnectionArn = (string?)connection["ConnectionArn"],
            InvocationEndpoint = "http://localhost:9/hook",
            HttpMethod = "POST",
        });
        var before = await BothAsync();

        await RestartAsync();

        Assert.Equal(before, await BothAsync());

        async Task<string> BothAsync() => (await CallAsync("AWSEvents.DescribeConnection", new { Name = "c" })).ToJsonString()
            + (await CallAsync("AWSEvents.DescribeApiDestination", new { Name = "d" })).ToJsonString();
    }

    [Fact]
    public async Task Events_go_where_they_went()
    {
        await Sqs.CreateQueueAsync("queue", Cancellation);
        await CreateBusAsync();
        await RouteAsync(new { Id = "t", Arn = QueueArn, InputPath = "$.detail.n" });

        await RestartAsync();
        await PutAsync(1);

        Assert.Equal("1", (await UntilAsync(ReceiveAsync)).Body);
    }

    [Fact]
    public async Task A_delivery_that_waits_is_tried_when_it_would_have_been_and_given_up_when_it_would_have_been()
    {
        await Sqs.CreateQueueAsync("queue", Cancellation);
        await CreateBusAsync();
        var connection = await CallAsync("AWSEvents.CreateConnection", new
        {
            Name = "c",
            AuthorizationType = "API_KEY",
            AuthParameters = new { ApiKeyAuthParameters = new { ApiKeyName = "k", ApiKeyValue = "v" } },
        });
        var destination = await CallAsync("AWSEvents.CreateApiDestination", new
        {
            Name = "d",
            ConnectionArn = (string?)connection["ConnectionArn"],
            InvocationEndpoint = "http://localhost:1/nobody-listens",
            HttpMethod = "POST",
        });
        await RouteAsync(new
        {
            Id = "t",
            Arn = (string?)destination["ApiDestinationArn"],
            RoleArn = Role,
            RetryPolicy = new { MaximumRetryAttempts = 185, MaximumEventAgeInSeconds = 60 },
            DeadLetterConfig = new { Arn = QueueArn },
        });
        await PutAsync(1);
        await UntilAsync<object>(async () =>
            System.Text.Encoding.UTF8.GetString(await SnapshotAsync()).Contains("\"Retries\":2", StringComparison.Ordinal) ? "" : null);

        await RestartAsync(TimeSpan.FromMinutes(2));

        var dead = await UntilAsync(ReceiveAsync);
        Assert.Equal(1, (int?)JsonNode.Parse(dead.Body)!["detail"]!["n"]);
        Assert.Equal("MaximumEventAgeInSeconds", dead.MessageAttributes["EXHAUSTED_RETRY_CONDITION"].StringValue);
    }

    [Fact]
    public async Task An_archive_has_its_events_as_long_as_it_keeps_them()
    {
        await CreateBusAsync();
        await CallAsync("AWSEvents.CreateArchive", new { ArchiveName = "all", EventSourceArn = Bus, RetentionDays = 1 });
        await PutAsync(1);

        await RestartAsync(TimeSpan.FromHours(23));
        Assert.Equal(1, (int?)(await CallAsync("AWSEvents.DescribeArchive", new { ArchiveName = "all" }))["EventCount"]);
        await RestartAsync(TimeSpan.FromHours(2));

        Assert.Equal(0, (int?)(await CallAsync("AWSEvents.DescribeArchive", new { ArchiveName = "all" }))["EventCount"]);
    }

    [Fact]
    public async Task A_replay_goes_on()
    {
        await Sqs.CreateQueueAsync("queue", Cancellation);
        await CreateBusAsync();
        await CallAsync("AWSEvents.CreateArchive", new { ArchiveName = "all", EventSourceArn = Bus });
        await PutAsync(1);
        await PutAsync(2);
        await RouteAsync(new { Id = "t", Arn = QueueArn, InputPath = "$.detail.n" });
        await CallAsync("AWSEvents.StartReplay", new
        {
            ReplayName = "r",
            EventSourceArn = "arn:aws:events:us-east-1:000000000000:archive/all",
            EventStartTime = Time.GetUtcNow().AddHours(-1),
            EventEndTime = Time.GetUtcNow().AddHours(1),
            Destination = new { Arn = Bus },
        });

        await RestartAsync(TimeSpan.FromHours(2));

        Assert.Equal(["1", "2"], [(await UntilAsync(ReceiveAsync)).Body, (await UntilAsync(ReceiveAsync)).Body]);
        Time.Advance(TimeSpan.FromSeconds(3));
        var replay = await CallAsync("AWSEvents.DescribeReplay", new { ReplayName = "r" });
        Assert.Equal("COMPLETED", (string?)replay["State"]);
    }

    [Fact]
    public async Task A_schedule_sends_one_event_for_all_that_it_has_missed_and_goes_on()
    {
        await Sqs.CreateQueueAsync("queue", Cancellation);
        await CallAsync("AWSEvents.PutRule", new { Name = "tick", ScheduleExpression = "rate(10 minutes)" });
        await CallAsync("AWSEvents.PutTargets", new { Rule = "tick", Targets = new[] { new { Id = "t", Arn = QueueArn, InputPath = "$.time" } } });

        await RestartAsync(TimeSpan.FromMinutes(35));
        var missed = await UntilAsync(ReceiveAsync);
        Assert.Null(await ReceiveAsync());
        Time.Advance(TimeSpan.FromMinutes(5));
        var next = await UntilAsync(ReceiveAsync);

        Assert.Equal(("\"2026-01-15T10:30:00Z\"", "\"2026-01-15T10:40:00Z\""), (missed.Body, next.Body));
    }

    private Task<JsonNode> CreateBusAsync() => CallAsync("AWSEvents.CreateEventBus", new { Name = "shop", Description = "d" });

    private async Task RouteAsync(object target)
    {
        await CallAsync("AWSEvents.PutRule", new { Name = "r", EventBusName = "shop", EventPattern = """{"source":["shop"]}""" });
        await CallAsync("AWSEvents.PutTargets", new { Rule = "r", EventBusName = "shop", Targets = new[] { target } });
    }

    private Task<JsonNode> PutAsync(int n) => CallAsync("AWSEvents.PutEvents", new
    {
        Entries = new[] { new { EventBusName = "shop", Source = "shop", DetailType = "t", Detail = $$"""{"n":{{n}}}""" } },
    });

    private async Task<string> DescribeAsync()
    {
        JsonNode[] all =
        [
            await CallAsync("AWSEvents.DescribeEventBus", new { Name = "shop" }),
            await CallAsync("AWSEvents.ListRules", new { EventBusName = "shop" }),
            await CallAsync("AWSEvents.ListTargetsByRule", new { EventBusName = "shop", Rule = "r" }),
            await CallAsync("AWSEvents.ListTagsForResource", new { ResourceARN = Bus }),
            await CallAsync("AWSEvents.DescribeArchive", new { ArchiveName = "all" }),
        ];
        return string.Join('\n', all.Select(one => one.ToJsonString()));
    }

    private async Task<Message?> ReceiveAsync()
    {
        var request = new ReceiveMessageRequest(Queue) { MessageAttributeNames = ["All"] };
        var message = (await Sqs.ReceiveMessageAsync(request, Cancellation)).Messages?.FirstOrDefault();
        if (message is not null)
        {
            await Sqs.DeleteMessageAsync(Queue, message.ReceiptHandle, Cancellation);
        }

        return message;
    }
}
