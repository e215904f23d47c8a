using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LocalAws.Http;
using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Executions;
using LocalAws.StepFunctions.Language;
using LocalAws.StepFunctions.Paths;
using LocalAws.StepFunctions.Tasks;

namespace LocalAws.StepFunctions.Operations;

internal sealed record TestStateRequest
{
    public string? Definition { get; init; }

    public string? RoleArn { get; init; }

    public string? Input { get; init; }

    public string? InspectionLevel { get; init; }

    public bool? RevealSecrets { get; init; }

    public string? Variables { get; init; }

    public string? StateName { get; init; }

    public StateMock? Mock { get; init; }

    public string? Context { get; init; }

    public TestStateConfiguration? StateConfiguration { get; init; }
}

internal sealed record StateMock(string? Result, MockedError? ErrorOutput, string? FieldValidationMode);

internal sealed record MockedError(string? Error, string? Cause);

internal sealed record TestStateConfiguration(
    int? RetrierRetryCount, string? ErrorCausedByState, int? MapIterationFailureCount, string? MapItemReaderData);

internal sealed record TestStateResponse(string Status)
{
    public string? Output { get; init; }

    public string? Error { get; init; }

    public string? Cause { get; init; }

    public string? NextState { get; init; }

    public IReadOnlyDictionary<string, string>? InspectionData { get; init; }
}

/// <summary>TestState.</summary>
internal sealed class TestState(Interpreter interpreter, MachineSettings settings, TaskTokens tokens, Random random, TimeProvider time)
{
    // "The TestState API can run for up to five minutes."
    private static readonly TimeSpan LongestTest = TimeSpan.FromMinutes(5);

    /// <summary>Runs one state once, without a state machine, and says what becomes of its input.</summary>
    public async ValueTask<TestStateResponse> RunAsync(TestStateRequest request, AwsRequest aws, CancellationToken cancellationToken)
    {
        Check(request);
        var state = ReadState(request);
        CheckState(state, request);
        var inspection = new Dictionary<string, string>();
        var run = new ExecutionRun(MakeExecution(request, state, aws.Region), tokens);
        run.Execution.Start(run);
        var frame = new Frame(state.Name, run.Execution.Root.Input, Variables(request)) { EnteredAt = 2 };
        inspection["input"] = JsonText.Write(frame.Input);
        var visit = new StateVisit(state, frame, run, time.GetUtcNow(), random)
        {
            Context = request.Context is null ? null : ReadObject(request.Context, "context"),
            Retries = request.StateConfiguration?.RetrierRetryCount ?? 0,
            Trace = (member, value) => inspection[member] = JsonText.Write(value),
        };
        var response = await AttemptAsync(visit, request, cancellationToken);
        run.Close();
        return response with { InspectionData = request.InspectionLevel is "DEBUG" or "TRACE" ? inspection : null };
    }

    private static void Check(TestStateRequest request)
    {
        new Constraints()
            .Text("definition", request.Definition, 1, MachineSettings.LongestDefinition)
            .OneOf("inspectionLevel", request.InspectionLevel, "INFO", "DEBUG", "TRACE")
            .Length("stateName", request.StateName, 1, 80)
            .Check();
        if (request.RevealSecrets == true)
        {
            throw StepFunctionsErrors.Validation(request.Mock is null
                ? "LocalAws has no HTTP tasks: revealSecrets is not supported"
                : "TestState does not support RevealSecrets when a mock is specified.");
        }

        if (request.Mock is { Result: not null, ErrorOutput: not null })
        {
            throw StepFunctionsErrors.Validation("A test mock should have only one of the following fields: [result, errorOutput].");
        }

        if (request.Mock?.FieldValidationMode is not (null or "NONE"))
        {
            throw StepFunctionsErrors.Validation(
                $"LocalAws checks no mocks: fieldValidationMode {request.Mock.FieldValidationMode} is not supported");
        }

        if (request.StateConfiguration is { } configuration
            && configuration is not { ErrorCausedByState: null, MapItemReaderData: null, MapIterationFailureCount: null })
        {
            throw StepFunctionsErrors.Validation(
                "LocalAws takes retrierRetryCount of stateConfiguration; its other members are not supported");
        }
    }

    private static void CheckState(State state, TestStateRequest request)
    {
        if (state is MapState && request.Mock is not null)
        {
            throw StepFunctionsErrors.Validation("LocalAws tests no Map states: a mock of one is not supported");
        }

        if (state is ParallelState or MapState && request.Mock is null)
        {
            throw new AwsException(
                "InvalidDefinition",
                "TestState API does not support Map or Parallel states. "
                    + "Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]");
        }

        if (request.Mock is not null && state is not (TaskState or ParallelState))
        {
            throw StepFunctionsErrors.Validation($"State type '{state.Type}' is not supported when a mock is specified");
        }

        if (request.Mock is null && state is TaskState task)
        {
            if (request.RoleArn is null)
            {
                throw StepFunctionsErrors.Validation("RoleArn must be specified when testing a Task state");
            }

            if (task.Resource.IsActivity || task.Resource.Pattern != TaskPattern.RequestResponse)
            {
                throw StepFunctionsErrors.Validation("TestState calls a service and awaits its answer; other tasks need a mock");
            }
        }
    }

    private State ReadState(TestStateRequest request)
    {
        var text = request.Definition!;
        if (request.StateName is { } name)
        {
            var found = JsonText.TryParse(text, out var whole) && Find(whole, name) is { } one
                ? one
                : throw StepFunctionsErrors.Validation("State not found in definition");
            found["QueryLanguage"] ??= (whole as JsonObject)?["QueryLanguage"]?.DeepClone() ?? "JSONPath";
            text = JsonText.Write(found);
        }

        var (state, diagnostics) = settings.ReadState(text, request.StateName ?? "StateName");
        return state ?? throw StepFunctionsErrors.InvalidDefinition(string.Join(", ", diagnostics));
    }

    private static JsonNode? Find(JsonNode? node, string name) => node switch
    {
        JsonObject members when members["States"] is JsonObject states && states[name] is JsonObject state => state,
        JsonObject members => members.Select(member => Find(member.Value, name)).FirstOrDefault(found => found is not null),
        JsonArray elements => elements.Select(element => Find(element, name)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private Execution MakeExecution(TestStateRequest request, State state, string region)
    {
        var input = request.Input ?? "{}";
        if (!JsonText.TryParse(input, out _))
        {
            throw StepFunctionsErrors.InvalidInput("The input is no JSON");
        }

        var (name, now) = (Guid.NewGuid().ToString(), time.GetUtcNow());
        var map = new StateMap(state.Name, new Dictionary<string, State> { [state.Name] = state });
        var machine = new StateMachine(new StatesArn(region, StatesArn.StateMachine, name).ToString(), name)
        {
            Text = request.Definition!,
            Definition = new MachineDefinition(map, null, new Dictionary<string, IReadOnlyList<string>>()),
            RoleArn = request.RoleArn ?? $"arn:aws:iam::{AwsRequest.Account}:role/test",
            CreationDate = now,
            UpdateDate = now,
        };
        return new Execution(new StatesArn(region, StatesArn.Execution, $"{name}:{name}").ToString(), name, machine, input, time);
    }

    private static ImmutableDictionary<string, JsonNode?> Variables(TestStateRequest request) => request.Variables is null
        ? []
        : ReadObject(request.Variables, "variables").ToImmutableDictionary(one => one.Key, one => one.Value?.DeepClone());

    private static JsonObject ReadObject(string text, string member) => JsonText.TryParse(text, out var node) && node is JsonObject members
        ? members
        : throw StepFunctionsErrors.Validation($"The member {member} must be a JSON object");

    private async Task<TestStateResponse> AttemptAsync(StateVisit visit, TestStateRequest request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestTest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        StateFailedException failure;
        try
        {
            var exit = request.Mock is { } mock ? visit.Exit(Mocked(visit, mock)) : await interpreter.AttemptAsync(visit, either.Token);
            return new TestStateResponse("SUCCEEDED") { Output = JsonText.Write(exit.Output), NextState = exit.Next };
        }
        catch (EvaluationException exception)
        {
            failure = new StateFailedException(exception.Error, exception.Message);
        }
        catch (StateFailedException exception)
        {
            failure = exception;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            failure = new StateFailedException(ErrorNames.Timeout, "The test took longer than five minutes");
        }

        return Fail(visit, failure);
    }

    private static JsonNode? Mocked(StateVisit visit, StateMock mock)
    {
        if (visit.State is TaskState)
        {
            visit.Parameters();
        }

        if (mock.ErrorOutput is { } error)
        {
            throw new StateFailedException(error.Error, error.Cause);
        }

        if (!JsonText.TryParse(mock.Result ?? "{}", out var result))
        {
            throw StepFunctionsErrors.Validation("Mocked result must be valid JSON");
        }

        return visit.State is ParallelState parallel ? Outputs(parallel, result) : result;
    }

    private static JsonArray Outputs(ParallelState state, JsonNode? result)
    {
        var outputs = result as JsonArray ?? throw StepFunctionsErrors.Validation("Mocked result must be an array.");
        return outputs.Count == state.Branches.Count
            ? outputs
            : throw StepFunctionsErrors.Validation("Mocked result must contain the same number of items as number of Parallel branches.");
    }

    private static TestStateResponse Fail(StateVisit visit, StateFailedException failure)
    {
        var response = new TestStateResponse("FAILED") { Error = failure.Error, Cause = failure.Cause };
        var retrier = visit.State.Retry.FirstOrDefault(one => ErrorMatch.Takes(one.Errors, failure));
        if (retrier is not null && visit.Retries < retrier.MaxAttempts)
        {
            return response with { Status = "RETRIABLE" };
        }

        return Interpreter.Catch(visit, failure) is { } exit
            ? response with { Status = "CAUGHT_ERROR", Output = JsonText.Write(exit.Output), NextState = exit.Next }
            : response;
    }
}
