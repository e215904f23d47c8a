using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using LocalAws;

namespace Workers.Tests.AwsServiceClients;

public sealed class WhenTheEmbeddedStepFunctionsIsCalled : IAsyncLifetime
{
    private const string Waiting = """
        {
          "StartAt": "Ask",
          "States": {
            "Ask": {
              "Type": "Task", "Resource": "arn:aws:states:::events:putEvents.waitForTaskToken", "End": true,
              "Parameters": { "Entries": [{ "Source": "s", "DetailType": "d", "Detail": { "token.$": "$$.Task.Token" } }] }
            }
          }
        }
        """;

    private LocalAwsServer _aws = null!;
    private AmazonStepFunctionsClient _states = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _aws = await LocalAwsServer.StartAsync();
        _states = new AmazonStepFunctionsClient(
            new Amazon.Runtime.BasicAWSCredentials("local", "local"),
            new AmazonStepFunctionsConfig { ServiceURL = _aws.Endpoint.ToString(), AuthenticationRegion = "eu-west-1" });
    }

    public async ValueTask DisposeAsync()
    {
        _states.Dispose();
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task An_execution_waits_under_its_token_until_it_is_answered()
    {
        var execution = await StartAsync();

        await _states.SendTaskSuccessAsync(new() { TaskToken = await TokenAsync(execution), Output = """{"paid":true}""" }, Cancellation);

        var ended = await EndAsync(execution);
        Assert.Equal(ExecutionStatus.SUCCEEDED, ended.Status);
        Assert.Equal("""{"paid":true}""", ended.Output);
    }

    [Fact]
    public async Task A_failure_that_nothing_catches_ends_it_and_a_redrive_asks_again()
    {
        var execution = await StartAsync();
        await _states.SendTaskFailureAsync(
            new() { TaskToken = await TokenAsync(execution), Error = "PaymentDeclined", Cause = "no funds" }, Cancellation);
        var failed = await EndAsync(execution);

        await _states.RedriveExecutionAsync(new() { ExecutionArn = execution }, Cancellation);
        await _states.SendTaskSuccessAsync(new() { TaskToken = await TokenAsync(execution, scheduled: 2), Output = "{}" }, Cancellation);

        Assert.Equal((ExecutionStatus.FAILED, "PaymentDeclined", "no funds"), (failed.Status, failed.Error, failed.Cause));
        var ended = await EndAsync(execution);
        Assert.Equal((ExecutionStatus.SUCCEEDED, 1), (ended.Status, ended.RedriveCount));
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_or_to_nobody_is_told_so()
    {
        var execution = await StartAsync();
        var token = await TokenAsync(execution);
        await _states.StopExecutionAsync(new() { ExecutionArn = execution, Cause = "cancelled" }, Cancellation);

        await Assert.ThrowsAsync<TaskTimedOutException>(() =>
            _states.SendTaskSuccessAsync(new() { TaskToken = token, Output = "{}" }, Cancellation));
        await Assert.ThrowsAsync<InvalidTokenException>(() => _states.SendTaskFailureAsync(new() { TaskToken = "no token" }, Cancellation));
        await Assert.ThrowsAsync<ExecutionDoesNotExistException>(() =>
            _states.DescribeExecutionAsync(new() { ExecutionArn = execution + "x" }, Cancellation));
    }

    [Fact]
    public async Task A_state_machine_is_described_changed_listed_tagged_and_deleted()
    {
        await StartAsync();
        var arn = await MachineAsync();

        await _states.UpdateStateMachineAsync(
            new()
            {
                StateMachineArn = arn,
                RoleArn = "arn:aws:iam::000000000000:role/other",
                TracingConfiguration = new() { Enabled = true },
            },
            Cancellation);
        await _states.TagResourceAsync(new() { ResourceArn = arn, Tags = [new() { Key = "team", Value = "orders" }] }, Cancellation);

        var described = await _states.DescribeStateMachineAsync(new() { StateMachineArn = arn }, Cancellation);
        Assert.Equal(StateMachineStatus.ACTIVE, described.Status);
        Assert.Equal("arn:aws:iam::000000000000:role/other", described.RoleArn);
        Assert.True(described.TracingConfiguration.Enabled);
        var tag = Assert.Single((await _states.ListTagsForResourceAsync(new() { ResourceArn = arn }, Cancellation)).Tags);
        Assert.Equal(("team", "orders"), (tag.Key, tag.Value));
        var running = await _states.ListExecutionsAsync(
            new() { StateMachineArn = arn, StatusFilter = ExecutionStatus.RUNNING }, Cancellation);
        await _states.StopExecutionAsync(new() { ExecutionArn = Assert.Single(running.Executions).ExecutionArn }, Cancellation);
        await _states.DeleteStateMachineAsync(new() { StateMachineArn = arn }, Cancellation);
        await Assert.ThrowsAsync<StateMachineDoesNotExistException>(() =>
            _states.UpdateStateMachineAsync(new() { StateMachineArn = arn + "x", Definition = Waiting }, Cancellation));
    }

    private async Task<string> StartAsync()
    {
        await _states.CreateStateMachineAsync(
            new() { Name = "asking", Definition = Waiting, RoleArn = "arn:aws:iam::000000000000:role/local" }, Cancellation);
        var started = await _states.StartExecutionAsync(new() { StateMachineArn = await MachineAsync(), Input = "{}" }, Cancellation);
        return started.ExecutionArn;
    }

    private async Task<string> MachineAsync() =>
        Assert.Single((await _states.ListStateMachinesAsync(new(), Cancellation)).StateMachines).StateMachineArn;

    // The execution runs beside the spec: what it has not yet done is asked for again.
    private async Task<string> TokenAsync(string execution, int scheduled = 1)
    {
        while (true)
        {
            var history = await _states.GetExecutionHistoryAsync(new() { ExecutionArn = execution }, Cancellation);
            var tasks = history.Events.FindAll(happened => happened.Type == HistoryEventType.TaskScheduled);
            if (tasks.Count == scheduled)
            {
                var parameters = System.Text.Json.Nodes.JsonNode.Parse(tasks[^1].TaskScheduledEventDetails.Parameters)!;
                return parameters["Entries"]![0]!["Detail"]!["token"]!.GetValue<string>();
            }
        }
    }

    private async Task<DescribeExecutionResponse> EndAsync(string execution)
    {
        while (true)
        {
            var described = await _states.DescribeExecutionAsync(new() { ExecutionArn = execution }, Cancellation);
            if (described.Status != ExecutionStatus.RUNNING)
            {
                return described;
            }
        }
    }
}
