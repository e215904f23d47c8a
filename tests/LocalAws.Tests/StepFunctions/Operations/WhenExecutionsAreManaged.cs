namespace LocalAws.Tests.StepFunctions.Operations;

public sealed class WhenExecutionsAreManaged : StepFunctionsSpec
{
    private const string Waiting = """ "A":{"Type":"Wait","Seconds":9,"End":true} """;

    [Fact]
    public async Task While_one_runs_its_name_with_the_same_input_is_the_same_execution()
    {
        await BeginAsync(Waiting, """{"a":1}""");

        var again = await StartAsync("""{"a":1}""");

        Assert.Equal(ExecutionArn, (string?)again["executionArn"]);
        Assert.Single((await CallAsync("ListExecutions", new { stateMachineArn = MachineArn }))["executions"]!.AsArray());
    }

    [Fact]
    public async Task With_another_input_or_after_its_end_the_name_is_taken_for_90_days()
    {
        const string Exists = $"ExecutionAlreadyExists: Execution Already Exists: '{ExecutionArn}'";
        await BeginAsync(Waiting);
        Assert.Equal(Exists, await RefusalAsync("StartExecution", new { stateMachineArn = MachineArn, name = "e", input = """{"b":1}""" }));
        await CallAsync("StopExecution", new { executionArn = ExecutionArn });
        Assert.Equal(Exists, await RefusalAsync("StartExecution", new { stateMachineArn = MachineArn, name = "e", input = "{}" }));

        Time.Advance(TimeSpan.FromDays(91));

        Assert.StartsWith("ExecutionDoesNotExist", await RefusalAsync("DescribeExecution", new { executionArn = ExecutionArn }));
        await StartAsync();
        Assert.Equal("RUNNING", (string?)(await DescribeAsync())["status"]);
    }

    [Fact]
    public async Task Without_a_name_each_start_is_another()
    {
        await CreateAsync(Machine(Waiting));

        var first = await CallAsync("StartExecution", new { stateMachineArn = MachineArn });
        var second = await CallAsync("StartExecution", new { stateMachineArn = MachineArn });

        Assert.NotEqual((string?)first["executionArn"], (string?)second["executionArn"]);
    }

    [Theory]
    [InlineData("""{"stateMachineArn":"x"}""", "InvalidArn: Invalid Arn: 'Invalid ARN prefix: x'")]
    [InlineData("""{"stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:none"}""", "StateMachineDoesNotExist: State Machine Does Not Exist")]
    [InlineData("""{"stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:m","name":"a:b"}""", "InvalidName: Invalid Name: 'a:b'")]
    [InlineData("""{"stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:m","input":"not"}""", "InvalidExecutionInput: Invalid State Machine Execution Input: '")]
    [InlineData("""{"stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:m","input":""}""", "InvalidExecutionInput")]
    public async Task What_starts_none_is_refused(string request, string refusal)
    {
        await CreateAsync(Machine(Waiting));

        Assert.StartsWith(refusal, await RefusalAsync("StartExecution", request));
    }

    [Fact]
    public async Task An_input_has_256_KiB_at_most()
    {
        await CreateAsync(Machine(Waiting));

        Assert.StartsWith("ValidationException", await RefusalAsync(
            "StartExecution", new { stateMachineArn = MachineArn, input = $"\"{new string('é', 131_072)}\"" }));
    }

    [Fact]
    public async Task They_are_listed_the_last_one_first_by_status_in_pages()
    {
        await CreateAsync(Machine(Waiting));
        foreach (var name in new[] { "1", "2", "3" })
        {
            await StartAsync(name: name);
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        await CallAsync("StopExecution", new { executionArn = ExecutionArn.Replace("m:e", "m:2") });

        var first = await CallAsync("ListExecutions", new { stateMachineArn = MachineArn, maxResults = 2 });
        var second = await CallAsync("ListExecutions", new { stateMachineArn = MachineArn, maxResults = 2, nextToken = (string?)first["nextToken"] });
        var running = await CallAsync("ListExecutions", new { stateMachineArn = MachineArn, statusFilter = "RUNNING" });
        var redriven = await CallAsync("ListExecutions", new { stateMachineArn = MachineArn, redriveFilter = "REDRIVEN" });
        Assert.Equal(["3", "2"], first["executions"]!.AsArray().Select(one => (string?)one!["name"]));
        Assert.Equal(["1"], second["executions"]!.AsArray().Select(one => (string?)one!["name"]));
        Assert.Equal(["3", "1"], running["executions"]!.AsArray().Select(one => (string?)one!["name"]));
        Assert.Empty(redriven["executions"]!.AsArray());
        Assert.StartsWith("ValidationException", await RefusalAsync("ListExecutions", new { stateMachineArn = MachineArn, statusFilter = "running" }));
        Assert.StartsWith("ValidationException: LocalAws runs inline Map", await RefusalAsync("ListExecutions", new { mapRunArn = "arn:x" }));
    }

    [Fact]
    public async Task History_comes_in_pages_from_either_end_with_or_without_data()
    {
        await RunAsync(""" "A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"} """);

        var first = await CallAsync("GetExecutionHistory", new { executionArn = ExecutionArn, maxResults = 4 });
        var second = await CallAsync("GetExecutionHistory", new { executionArn = ExecutionArn, maxResults = 4, nextToken = (string?)first["nextToken"] });
        var reverse = await CallAsync("GetExecutionHistory", new { executionArn = ExecutionArn, reverseOrder = true, maxResults = 1 });
        var bare = await CallAsync("GetExecutionHistory", new { executionArn = ExecutionArn, includeExecutionData = false });
        Assert.Equal([1, 2, 3, 4], first["events"]!.AsArray().Select(one => (int)one!["id"]!));
        Assert.Equal([5, 6], second["events"]!.AsArray().Select(one => (int)one!["id"]!));
        Assert.Null(second["nextToken"]);
        Assert.Equal("ExecutionSucceeded", (string?)reverse["events"]![0]!["type"]);
        Assert.Equal("""{"name":"A"}""", bare["events"]![1]!["stateEnteredEventDetails"]!.ToJsonString());
    }

    [Fact]
    public async Task Metadata_can_be_asked_for_alone()
    {
        await RunAsync(""" "A":{"Type":"Succeed"} """);

        var described = await CallAsync("DescribeExecution", new { executionArn = ExecutionArn, includedData = "METADATA_ONLY" });

        Assert.Null(described["input"]);
        Assert.Null(described["output"]);
        Assert.False((bool)described["inputDetails"]!["included"]!);
    }

    [Fact]
    public async Task A_reset_forgets_all()
    {
        await BeginAsync(Waiting);

        Service.Reset();

        Assert.StartsWith("ExecutionDoesNotExist", await RefusalAsync("DescribeExecution", new { executionArn = ExecutionArn }));
        Assert.Empty((await CallAsync("ListStateMachines", "{}"))["stateMachines"]!.AsArray());
    }
}
