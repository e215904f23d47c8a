using System.Text.Json;
using LocalAws.Data;
using LocalAws.Http;
using LocalAws.StepFunctions.Data;
using LocalAws.StepFunctions.Executions;
using LocalAws.StepFunctions.Operations;
using LocalAws.StepFunctions.Tasks;
using static LocalAws.Http.AwsOperations;

namespace LocalAws.StepFunctions;

/// <summary>AWS Step Functions: state machines, executions and activities in memory.</summary>
internal sealed class StepFunctionsService : IAwsService, ISavedService, IAsyncDisposable
{
    private readonly Store _store;
    private readonly TaskTokens _tokens;
    private readonly StartExecution _start;
    private readonly ExecutionRunner _runner;
    private readonly MachineSettings _settings;

    /// <param name="options">The clock.</param>
    /// <param name="calls">The services that state machines call.</param>
    public StepFunctionsService(LocalAwsOptions options, IServiceCalls calls)
    {
        var (time, random) = (options.TimeProvider, new Random());
        _store = new Store(time);
        _tokens = new TaskTokens(time);
        var services = new ServiceTasks(calls, new ChildExecutions(_store), time);
        var interpreter = new Interpreter(new TaskRunner(arn => _store.FindActivity(arn)?.Tasks, services, time), time, random);
        _runner = new ExecutionRunner(interpreter, _tokens, calls, _store.Ended, time);
        _settings = new MachineSettings(calls);
        _start = new StartExecution(_store, _runner, time);
        Operations = Machines(_settings, time)
            .Concat(Executions(_runner, time))
            .Concat(TasksAndTags(time))
            .Append(new("TestState", Of(
                StepFunctionsJson.Default.TestStateRequest,
                StepFunctionsJson.Default.TestStateResponse,
                new TestState(interpreter, _settings, _tokens, random, time).RunAsync)))
            .ToDictionary();
    }

    public string TargetPrefix => "AWSStepFunctions";

    public string JsonVersion => "1.0";

    public IReadOnlyDictionary<string, AwsOperation> Operations { get; }

    /// <summary>Starts an execution of a state machine, as an EventBridge target.</summary>
    /// <exception cref="AwsException">There is no such state machine, or the input is none.</exception>
    public void Start(string stateMachineArn, string input, string? traceHeader) =>
        _start.Start(new StartExecutionRequest(stateMachineArn, $"{Guid.NewGuid()}_{Guid.NewGuid()}", input, traceHeader));

    public AwsException Throttled() => StepFunctionsErrors.Throttled();

    public AwsException InternalError() => StepFunctionsErrors.InternalError();

    /// <summary>Forgets everything. Executions end where they are, and nobody is told.</summary>
    public void Reset()
    {
        var running = _store.Running();
        _store.Clear();
        _tokens.Clear();
        foreach (var execution in running)
        {
            _ = ExecutionRunner.ForgetAsync(execution);
        }
    }

    public IDisposable Hold() => new HeldLocks(_store.Gates());

    public Action<Utf8JsonWriter> Capture()
    {
        var state = _store.Save();
        return writer => JsonSerializer.Serialize(writer, state, StepFunctionsStateJson.Default.StepFunctionsState);
    }

    public void Restore(JsonElement state) => _store.Restore(
        state.Deserialize(StepFunctionsStateJson.Default.StepFunctionsState) ?? throw new JsonException("The state is null."),
        _settings,
        _tokens);

    /// <summary>Executions go on from the states that they were in.</summary>
    public void Resume() => _runner.Resume(_store.All());

    /// <summary>Ends all executions where they are.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var execution in _store.Running())
        {
            await ExecutionRunner.ForgetAsync(execution);
        }
    }

    private Dictionary<string, AwsOperation> Machines(MachineSettings settings, TimeProvider time)
    {
        var (json, describe) = (StepFunctionsJson.Default, new DescribeStateMachine(_store));
        return new Dictionary<string, AwsOperation>
        {
            ["CreateStateMachine"] = Of(
                json.CreateStateMachineRequest, json.CreateStateMachineResponse, new CreateStateMachine(_store, settings, time).Run),
            ["UpdateStateMachine"] = Of(
                json.UpdateStateMachineRequest, json.UpdateStateMachineResponse, new UpdateStateMachine(_store, settings, time).Run),
            ["DescribeStateMachine"] = Of(json.DescribeStateMachineRequest, json.StateMachineDescription, describe.Run),
            ["DescribeStateMachineForExecution"] = Of(
                json.DescribeStateMachineRequest, json.StateMachineDescription, describe.RunForExecution),
            ["ListStateMachines"] = Of(json.ListRequest, json.ListStateMachinesResponse, new ListStateMachines(_store).Run),
            ["DeleteStateMachine"] = Of(json.DeleteStateMachineRequest, json.Nothing, new DeleteStateMachine(_store).Run),
            ["ValidateStateMachineDefinition"] = Of(
                json.ValidateStateMachineDefinitionRequest,
                json.ValidateStateMachineDefinitionResponse,
                new ValidateStateMachineDefinition(settings).Run),
        };
    }

    private Dictionary<string, AwsOperation> Executions(ExecutionRunner runner, TimeProvider time)
    {
        var json = StepFunctionsJson.Default;
        return new Dictionary<string, AwsOperation>
        {
            ["StartExecution"] = Of(json.StartExecutionRequest, json.StartExecutionResponse, _start.Run),
            ["DescribeExecution"] = Of(json.DescribeExecutionRequest, json.ExecutionDescription, new DescribeExecution(_store).Run),
            ["ListExecutions"] = Of(json.ListExecutionsRequest, json.ListExecutionsResponse, new ListExecutions(_store).Run),
            ["StopExecution"] = Of(json.StopExecutionRequest, json.StopExecutionResponse, new StopExecution(_store).RunAsync),
            ["RedriveExecution"] = Of(
                json.RedriveExecutionRequest, json.RedriveExecutionResponse, new RedriveExecution(_store, runner, time).Run),
            ["GetExecutionHistory"] = Of(
                json.GetExecutionHistoryRequest, json.GetExecutionHistoryResponse, new GetExecutionHistory(_store).Run),
        };
    }

    private Dictionary<string, AwsOperation> TasksAndTags(TimeProvider time)
    {
        var (json, results) = (StepFunctionsJson.Default, new SendTaskResult(_tokens));
        var (activities, tags) = (new ActivityOperations(_store, time), new TagOperations(_store));
        return new Dictionary<string, AwsOperation>
        {
            ["SendTaskSuccess"] = Of(json.SendTaskSuccessRequest, json.Nothing, results.Succeed),
            ["SendTaskFailure"] = Of(json.SendTaskFailureRequest, json.Nothing, results.Fail),
            ["SendTaskHeartbeat"] = Of(json.SendTaskHeartbeatRequest, json.Nothing, results.Beat),
            ["CreateActivity"] = Of(json.CreateActivityRequest, json.CreateActivityResponse, activities.Create),
            ["DescribeActivity"] = Of(json.ActivityRequest, json.ActivityDescription, activities.Describe),
            ["ListActivities"] = Of(json.ListRequest, json.ListActivitiesResponse, activities.List),
            ["DeleteActivity"] = Of(json.ActivityRequest, json.Nothing, activities.Delete),
            ["GetActivityTask"] = Of(json.GetActivityTaskRequest, json.GetActivityTaskResponse, activities.GetTaskAsync),
            ["TagResource"] = Of(json.TagRequest, json.Nothing, tags.Add),
            ["UntagResource"] = Of(json.TagRequest, json.Nothing, tags.Remove),
            ["ListTagsForResource"] = Of(json.TagRequest, json.TagList, tags.List),
        };
    }
}
