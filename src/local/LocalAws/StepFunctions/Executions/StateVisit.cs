using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Language;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Executions;

/// <summary>A state under way: what comes of its input, and what it makes of its result.</summary>
internal sealed class StateVisit(State state, Frame frame, ExecutionRun run, DateTimeOffset enteredAt, Random random)
{
    // "The maximum input or output size for a task, state, or execution is 256 KiB of data as a UTF-8 encoded string."
    private const int LargestData = 262_144;

    public State State => state;

    public Frame Frame => frame;

    public ExecutionRun Run => run;

    /// <summary>How often it was tried again.</summary>
    public int Retries { get; set; }

    /// <summary>Whether branches have begun.</summary>
    public bool HasBegun { get; set; }

    /// <summary>What the state waits for somebody to end; its token is in the context object.</summary>
    public string? TaskToken { get; set; }

    /// <summary>Replaces the context object, where a test says what it is to be.</summary>
    public JsonObject? Context { get; init; }

    /// <summary>Told how the data changes on their way through the state.</summary>
    public Action<string, JsonNode?>? Trace { get; init; }

    /// <summary>The input as InputPath leaves it.</summary>
    public JsonNode? EffectiveInput()
    {
        var input = state.InputPath.Read(Scope(frame.Input));
        Trace?.Invoke("afterInputPath", input);
        return input?.DeepClone();
    }

    /// <summary>What Parameters make of the input.</summary>
    public JsonNode? Parameters()
    {
        var input = EffectiveInput();
        var payload = state.Parameters is null ? input : Fitting(state.Parameters.Evaluate(Scope(input)));
        Trace?.Invoke("afterParameters", payload);
        return payload;
    }

    /// <summary>A constant result. InputPath must lead somewhere all the same.</summary>
    public JsonNode? Given(JsonNode? result)
    {
        state.InputPath.Read(Scope(frame.Input));
        Trace?.Invoke("result", result);
        return result?.DeepClone();
    }

    /// <summary>Leaves the state with a result: ResultSelector, ResultPath, OutputPath and Assign see to it.</summary>
    public StateExit Exit(JsonNode? result)
    {
        Fitting(result);
        if (state is TaskState)
        {
            Trace?.Invoke("result", result);
        }

        var assigned = Assign(state.Assign, result);
        var selected = state.ResultSelector is null ? result : state.ResultSelector.Evaluate(Scope(result));
        Trace?.Invoke("afterResultSelector", selected);
        var placed = state.ResultPath is null ? frame.Input?.DeepClone() : Place(state.ResultPath, frame.Input, selected);
        Trace?.Invoke("afterResultPath", placed);
        return new StateExit(Output(placed), state.Next, assigned);
    }

    /// <summary>Leaves a state that has no result.</summary>
    public StateExit Pass()
    {
        var input = EffectiveInput();
        return new StateExit(Output(input), state.Next, Assign(state.Assign, input));
    }

    /// <summary>Leaves a Choice by its first condition that holds.</summary>
    public StateExit Choose(ChoiceState choice)
    {
        var input = EffectiveInput();
        var scope = Scope(input);
        var taken = choice.Choices.FirstOrDefault(one => one.Rule.Matches(scope));
        var next = taken?.Next ?? choice.Default ?? throw new EvaluationException(
            ErrorNames.NoChoiceMatched, "Failed to transition out of the state. The state does not point to a next state.");
        return new StateExit(Output(input), next, Assign(taken is null ? state.Assign : taken.Assign, input));
    }

    /// <summary>How a Fail state fails.</summary>
    public StateFailedException Fail(FailState fail)
    {
        var scope = Scope(EffectiveInput());
        return new StateFailedException(Text(fail.ErrorPath, "ErrorPath") ?? fail.Error, Text(fail.CausePath, "CausePath") ?? fail.Cause);

        string? Text(IExpression? path, string field)
        {
            if (path is null)
            {
                return null;
            }

            return JsonText.String(path.Evaluate(scope, field))
                ?? throw EvaluationException.Runtime($"The {field} parameter does not reference a STRING: {path.Text}");
        }
    }

    /// <summary>When a Wait is over.</summary>
    public DateTimeOffset Due(WaitState wait)
    {
        if (wait.Timestamp is { } time)
        {
            return time;
        }

        var scope = Scope(EffectiveInput());
        if (wait.TimestampPath is { } path)
        {
            var text = JsonText.String(Referenced(path, "TimestampPath", scope));
            return Timestamp.TryParse(text, out time) ? time : throw EvaluationException.Runtime(
                "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: "
                    + $"{path.Text} == {text}");
        }

        return enteredAt.AddSeconds(wait.Seconds ?? Seconds(wait.SecondsPath!, "SecondsPath", scope));
    }

    /// <summary>A setting in seconds; null when there is none.</summary>
    public long? Seconds(SecondsSetting? setting, string field)
    {
        if (setting?.Path is null)
        {
            return setting?.Seconds;
        }

        var value = setting.Path.Read(Scope(EffectiveInput()));
        return JsonNumbers.ReadWhole(value) is > 0 and var seconds
            ? seconds
            : throw EvaluationException.Runtime(
                $"The {field} parameter does not reference a positive whole number: {setting.Path.Text} == {JsonText.Write(value)}");
    }

    /// <summary>The elements of a Map, each with the input of its branch.</summary>
    public IReadOnlyList<(JsonNode? Input, MapItem Item)> Items(MapState map)
    {
        var input = EffectiveInput();
        if (map.ItemsPath.Read(Scope(input)) is not JsonArray items)
        {
            throw EvaluationException.Runtime($"Reference path \"{map.ItemsPath.Text}\" must point to array.");
        }

        return [.. items.Select((value, i) => Prepare(new MapItem(i, value?.DeepClone())))];

        (JsonNode? Input, MapItem Item) Prepare(MapItem item)
        {
            var scope = Scope(input);
            scope.Context["Map"] = ContextObject.Map(item);
            return (map.ItemSelector is null ? item.Value?.DeepClone() : map.ItemSelector.Evaluate(scope), item);
        }
    }

    /// <summary>How many iterations run at once; 0 for as many as may.</summary>
    public int Concurrency(MapState map)
    {
        if (map.MaxConcurrencyPath is not { } path)
        {
            return map.MaxConcurrency;
        }

        var value = path.Read(Scope(EffectiveInput()));
        var number = JsonNumbers.ReadWhole(value) ?? JsonNumbers.ReadWhole(JsonText.String(value)) ?? throw EvaluationException.Runtime(
            $"The MaxConcurrencyPath field refers to value \"{Show(value)}\" which is not a valid integer: {path.Text}");
        return number is >= 0 and <= int.MaxValue
            ? (int)number
            : throw EvaluationException.Runtime("MaxConcurrency cannot be negative.");
    }

    /// <summary>The variables that a template assigns. All see the values from before.</summary>
    public ImmutableDictionary<string, JsonNode?> Assign(Template? template, JsonNode? data) =>
        template?.Evaluate(Scope(data)) is JsonObject assigned
            ? assigned.ToImmutableDictionary(one => one.Key, one => one.Value?.DeepClone())
            : [];

    /// <summary>Puts a result where it belongs.</summary>
    public static JsonNode? Place(ReferencePath path, JsonNode? input, JsonNode? result)
    {
        try
        {
            return path.Place(input, result);
        }
        catch (FormatException exception)
        {
            throw new EvaluationException(ErrorNames.ResultPathMatchFailure, exception.Message);
        }
    }

    /// <summary>Refuses data that are too large.</summary>
    public JsonNode? Fitting(JsonNode? data)
    {
        var text = JsonText.Write(data);
        return text.Length <= LargestData / 3 || Encoding.UTF8.GetByteCount(text) <= LargestData
            ? data
            : throw new StateFailedException(
                ErrorNames.DataLimitExceeded,
                $"The state/task '{state.Name}' returned a result with a size exceeding the maximum number of bytes service limit.");
    }

    private JsonNode? Output(JsonNode? data) => Fitting(state.OutputPath.Read(Scope(data))?.DeepClone());

    private static JsonNode? Referenced(ValuePath path, string field, Scope scope) => path.TryRead(scope, out var value)
        ? value
        : throw EvaluationException.Runtime($"The {field} parameter does not reference an input value: {path.Text}");

    private static long Seconds(ValuePath path, string field, Scope scope)
    {
        var value = Referenced(path, field, scope);
        return JsonNumbers.ReadWhole(value) switch
        {
            null => throw EvaluationException.Runtime(
                $"The {field} parameter cannot be parsed as a long value: {path.Text} == {Show(value)}"),
            < 0 => throw EvaluationException.Runtime(
                $"The {field} parameter references a negative value: {path.Text} == {Show(value)}"),
            > 99_999_999 => throw EvaluationException.Runtime("Wait state delay is too long."),
            { } seconds => seconds,
        };
    }

    private static string Show(JsonNode? value) => JsonText.String(value) ?? JsonText.Write(value);

    private Scope Scope(JsonNode? data) => new(
        data,
        () => (JsonObject?)Context?.DeepClone() ?? ContextObject.Of(run.Execution, state, enteredAt, Retries, frame.Item, TaskToken),
        frame.Variables,
        random);
}
