using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.Faults;
using LocalAws.Tests.Http;

namespace LocalAws.Tests.StepFunctions;

/// <summary>State machines among the other services of one server.</summary>
public sealed class WhenTheServerRunsStateMachines : HttpSpec
{
    private const string Role = "arn:aws:iam::000000000000:role/r";
    private const string Arn = "arn:aws:states:us-east-1:000000000000:stateMachine:m";
    private const string ExecutionArn = "arn:aws:states:us-east-1:000000000000:execution:m:e";

    [Fact]
    public async Task A_task_token_goes_out_by_a_queue_and_comes_back_by_a_call()
    {
        var queue = await QueueAsync("asked");
        await CreateAsync("sqs:sendMessage.waitForTaskToken", $$$"""{"QueueUrl":"{{{queue}}}","MessageBody":{"token.$":"$$.Task.Token"}}""");
        await AskAsync("AWSStepFunctions.StartExecution", new { stateMachineArn = Arn, name = "e" });

        var message = JsonNode.Parse(await ReceiveAsync(queue))!;
        await AskAsync("AWSStepFunctions.SendTaskSuccess", new { taskToken = (string?)message["token"], output = "7" });

        Assert.Equal("7", (string?)(await EndAsync())["output"]);
        Assert.Equal(1, Server.Calls["sqs.SendMessage"]);
    }

    [Fact]
    public async Task A_matching_event_starts_one_with_what_the_target_makes_of_it()
    {
        await CreateAsync("dynamodb:getItem", """{"TableName":"none","Key":{"id":{"S.$":"$.got"}}}""");
        await RouteAsync("""{"source":["shop"]}""", new
        {
            Id = "m",
            Arn,
            RoleArn = Role,
            InputTransformer = new { InputPathsMap = new { id = "$.detail.id" }, InputTemplate = """{"got":"<id>"}""" },
        });

        await AskAsync("AWSEvents.PutEvents", new { Entries = new[] { new { Source = "shop", DetailType = "t", Detail = """{"id":"o-1"}""" } } });

        var started = await UntilAsync(async () =>
            (await AskAsync("AWSStepFunctions.ListExecutions", new { stateMachineArn = Arn, statusFilter = "FAILED" }))["executions"]!.AsArray().FirstOrDefault());
        var described = await AskAsync("AWSStepFunctions.DescribeExecution", new { executionArn = (string?)started["executionArn"] });
        Assert.Equal("""{"got":"o-1"}""", (string?)described["input"]);
        Assert.Equal("DynamoDB.ResourceNotFoundException", (string?)described["error"]);
    }

    [Fact]
    public async Task A_target_that_is_gone_sends_the_event_to_the_dead_letter_queue()
    {
        var queue = await QueueAsync("dead");
        await RouteAsync("""{"source":["shop"]}""", new
        {
            Id = "m",
            Arn,
            RoleArn = Role,
            DeadLetterConfig = new { Arn = "arn:aws:sqs:us-east-1:000000000000:dead" },
        });

        await AskAsync("AWSEvents.PutEvents", new { Entries = new[] { new { Source = "shop", DetailType = "t", Detail = "{}" } } });

        Assert.Contains("\"shop\"", await ReceiveAsync(queue));
    }

    [Theory]
    [InlineData(null, "RoleArn is required for target")]
    [InlineData(Arn, "A dead-letter queue is an SQS queue.")]
    public async Task A_target_has_a_role_and_a_queue_for_dead_letters(string? deadLetters, string refusal)
    {
        await AskAsync("AWSEvents.PutRule", new { Name = "r", EventPattern = """{"source":["shop"]}""" });

        var target = deadLetters is null
            ? (object)new { Id = "m", Arn }
            : new { Id = "m", Arn, RoleArn = Role, DeadLetterConfig = new { Arn = deadLetters } };
        using var response = await CallAsync("AWSEvents.PutTargets", JsonSerializer.Serialize(new { Rule = "r", Targets = new[] { target } }));

        Assert.Contains(refusal, (string?)(await JsonAsync(response))["message"]);
    }

    [Fact]
    public async Task Changes_of_status_are_events_of_the_default_bus()
    {
        var queue = await QueueAsync("changes");
        await RouteAsync("""{"source":["aws.states"],"detail":{"status":["FAILED"]}}""", new { Id = "q", Arn = "arn:aws:sqs:us-east-1:000000000000:changes" });
        await CreateAsync("dynamodb:getItem", """{"TableName":"none","Key":{}}""");

        await AskAsync("AWSStepFunctions.StartExecution", new { stateMachineArn = Arn, name = "e" });

        var change = JsonNode.Parse(await ReceiveAsync(queue))!;
        Assert.Equal("Step Functions Execution Status Change", (string?)change["detail-type"]);
        Assert.Equal(ExecutionArn, (string?)change["resources"]![0]);
        Assert.Equal("e", (string?)change["detail"]!["name"]);
    }

    [Fact]
    public async Task Faults_strike_what_it_calls_and_what_calls_it()
    {
        var queue = await QueueAsync("asked");
        await CreateAsync("sqs:sendMessage", $$"""{"QueueUrl":"{{queue}}","MessageBody":"b"}""");
        Server.Faults.Set(1, new FaultRule("sqs.SendMessage", FaultKind.DropBefore), new FaultRule("states.ListStateMachines", FaultKind.Throttle));

        await AskAsync("AWSStepFunctions.StartExecution", new { stateMachineArn = Arn, name = "e" });
        using var throttled = await CallAsync("AWSStepFunctions.ListStateMachines", "{}");

        Assert.Equal("SQS.SdkClientException", (string?)(await EndAsync())["error"]);
        Assert.EndsWith("ThrottlingException", (string?)(await JsonAsync(throttled))["__type"]);
    }

    [Fact]
    public async Task What_a_topic_is_told_reaches_its_queue()
    {
        var queue = await QueueAsync("told");
        await AskAsync("AmazonSNS.CreateTopic", new { Name = "news" });
        await AskAsync("AmazonSNS.Subscribe", new
        {
            TopicArn = "arn:aws:sns:us-east-1:000000000000:news",
            Protocol = "sqs",
            Endpoint = "arn:aws:sqs:us-east-1:000000000000:told",
            Attributes = new { RawMessageDelivery = "true", FilterPolicy = """{"priority":["high"]}""" },
        });
        await CreateAsync("sns:publish", """
            {"TopicArn":"arn:aws:sns:us-east-1:000000000000:news","Message":{"order":"o-1"},
            "MessageAttributes":{"priority":{"DataType":"String","StringValue":"high"}}}
            """);

        await AskAsync("AWSStepFunctions.StartExecution", new { stateMachineArn = Arn, name = "e" });

        Assert.Equal("""{"order":"o-1"}""", await ReceiveAsync(queue));
        Assert.NotNull(JsonNode.Parse((string)(await EndAsync())["output"]!)!["MessageId"]);
    }

    [Fact]
    public async Task A_topic_that_is_not_there_fails_the_task_under_its_name()
    {
        await CreateAsync("sns:publish", """{"TopicArn":"arn:aws:sns:us-east-1:000000000000:none","Message":"m"}""");

        await AskAsync("AWSStepFunctions.StartExecution", new { stateMachineArn = Arn, name = "e" });

        Assert.Equal("SNS.NotFoundException", (string?)(await EndAsync())["error"]);
    }

    [Fact]
    public async Task An_operation_that_is_not_there_is_refused_with_those_that_are()
    {
        using var response = await CallAsync("AWSStepFunctions.DescribeMapRun", "{}");

        Assert.Contains("Supported: CreateActivity, CreateStateMachine", (string?)(await JsonAsync(response))["message"]);
    }

    [Fact]
    public async Task Health_names_it_and_a_reset_forgets_its_machines()
    {
        await CreateAsync("sns:publish", """{"TopicArn":"t","Message":"m"}""");
        using var health = await GetAsync("/_local/health");

        using var reset = await PostAsync("/_local/reset");

        Assert.Contains("StartExecution", (await JsonAsync(health))["services"]!["states"]!.AsArray().Select(one => (string?)one));
        Assert.Empty((await AskAsync("AWSStepFunctions.ListStateMachines", new { }))["stateMachines"]!.AsArray());
    }

    private Task<JsonNode> CreateAsync(string resource, string parameters) => AskAsync("AWSStepFunctions.CreateStateMachine", new
    {
        name = "m",
        roleArn = Role,
        definition = $$"""
            {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::{{resource}}","Parameters":{{parameters}},"End":true} } }
            """,
    });

    private async Task<string> QueueAsync(string name) => (string)(await AskAsync("AmazonSQS.CreateQueue", new { QueueName = name }))["QueueUrl"]!;

    private async Task RouteAsync(string pattern, object target)
    {
        await AskAsync("AWSEvents.PutRule", new { Name = "r", EventPattern = pattern });
        await AskAsync("AWSEvents.PutTargets", new { Rule = "r", Targets = new[] { target } });
    }

    private async Task<string> ReceiveAsync(string queue)
    {
        var received = await AskAsync("AmazonSQS.ReceiveMessage", new { QueueUrl = queue, WaitTimeSeconds = 20 });
        return (string)received["Messages"]![0]!["Body"]!;
    }

    private Task<JsonNode> EndAsync() => UntilAsync(async () =>
        await AskAsync("AWSStepFunctions.DescribeExecution", new { executionArn = ExecutionArn }) is var described
        && (string?)described["status"] != "RUNNING" ? described : null);

    private async Task<JsonNode> AskAsync(string target, object request)
    {
        using var response = await CallAsync(target, JsonSerializer.Serialize(request));
        var answer = await JsonAsync(response);
        Assert.True(response.IsSuccessStatusCode, answer.ToJsonString());
        return answer;
    }

    private static async Task<JsonNode> UntilAsync(Func<Task<JsonNode?>> ask)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            limit.Token.ThrowIfCancellationRequested();
        }
    }
}
