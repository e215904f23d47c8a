using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Language;

/// <summary>Reads definitions. It finds all mistakes at once.</summary>
/// <param name="refuse">Says why a Task's resource with these parameters cannot be called; null when it can.</param>
internal sealed class DefinitionReader(Func<TaskResource, JsonObject?, ResourceRefusal?> refuse)
{
    private const long LongestSeconds = 99_999_999;

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _references = [];
    private readonly HashSet<string> _names = [];

    /// <summary>Reads a definition; it is null when there are mistakes.</summary>
    public static (MachineDefinition? Definition, IReadOnlyList<Diagnostic> Diagnostics) Read(
        string text, Func<TaskResource, JsonObject?, ResourceRefusal?> refuse)
    {
        var reader = new DefinitionReader(refuse);
        var definition = reader.ReadWhole(text);
        return (reader._diagnostics.Count == 0 ? definition : null, reader._diagnostics);
    }

    /// <summary>Reads one state by itself, wherever it leads.</summary>
    public static (State? State, IReadOnlyList<Diagnostic> Diagnostics) ReadState(
        string text, string name, Func<TaskResource, JsonObject?, ResourceRefusal?> refuse)
    {
        var reader = new DefinitionReader(refuse);
        var fields = reader.ReadRoot(text, $"/States/{name}");
        var state = fields is null ? null : new StateReader(fields, name, reader.ReadMap, refuse).Read();
        return (reader._diagnostics.Count == 0 ? state : null, reader._diagnostics);
    }

    private MachineDefinition? ReadWhole(string text)
    {
        if (ReadRoot(text, "/") is not { } fields)
        {
            return null;
        }

        if (fields.Text("QueryLanguage") is { } language and not "JSONPath")
        {
            fields.Report($"LocalAws evaluates JSONPath; the query language {language} is not supported", "QueryLanguage");
        }

        fields.Text("Version");
        var timeout = fields.Whole("TimeoutSeconds", 1, LongestSeconds);
        var map = ReadMap(fields, new HashSet<string>());
        fields.RefuseOthers();
        return map is null ? null : new MachineDefinition(map, timeout, _references);
    }

    private Fields? ReadRoot(string text, string location)
    {
        try
        {
            if (text.Length > 0 && JsonText.Parse(text) is JsonObject root)
            {
                return new Fields(root, location, _diagnostics);
            }

            _diagnostics.Add(new Diagnostic("ERROR", Diagnostic.Schema, "Definition must be a valid JSON object", null));
        }
        catch (JsonException exception)
        {
            var place = $"line: {exception.LineNumber + 1}, column: {exception.BytePositionInLine + 1}";
            _diagnostics.Add(new Diagnostic("ERROR", Diagnostic.InvalidJson, exception.Message, place));
        }

        return null;
    }

    /// <param name="fields">What holds <c>StartAt</c> and <c>States</c>.</param>
    /// <param name="outer">The variables that the states around it assign, which it must not.</param>
    private StateMap? ReadMap(Fields fields, IReadOnlySet<string> outer)
    {
        fields.Require("States", "StartAt");
        var start = fields.Text("StartAt");
        if (fields.Object("States") is not { } list)
        {
            return null;
        }

        var assigned = list.Members()
            .SelectMany(member => (member.Value as JsonObject)?["Assign"] is JsonObject assign ? assign.Select(one => one.Key) : [])
            .Select(name => name.EndsWith(".$", StringComparison.Ordinal) ? name[..^2] : name);
        var visible = outer.Union(assigned).ToHashSet();
        var states = new Dictionary<string, State>();
        foreach (var (name, member) in list.Members())
        {
            if (ReadState(list, name, member as JsonObject, outer, visible) is { } state)
            {
                states[name] = state;
            }
        }

        if (states.Count == 0 && !list.Members().Any())
        {
            fields.Report("Value cannot be empty", "States");
            return null;
        }

        new TransitionCheck(fields, list, start, states).Run();
        return start is null ? null : new StateMap(start, states);
    }

    private State? ReadState(
        Fields list, string name, JsonObject? source, IReadOnlySet<string> outer, IReadOnlySet<string> visible)
    {
        if (source is null)
        {
            list.Report("Expected value of type OBJECT", name);
            return null;
        }

        if (name.Length is 0 or > 80)
        {
            list.Report("A state's name has 1 to 80 characters", name);
        }

        if (!_names.Add(name))
        {
            list.Report($"The name of a state must be unique within the whole state machine: '{name}'", name, Diagnostic.DuplicateName);
        }

        var fields = new Fields(source, list.At(name), _diagnostics);
        var state = new StateReader(fields, name, (inner, _) => ReadMap(inner, visible), refuse).Read();
        if (state is not null)
        {
            CheckAssignments(fields, state, outer);
            _references[name] = [.. fields.Variables];
        }

        return state;
    }

    private static bool IsVariable(string name) => name.Length is > 0 and <= 80
        && (char.IsLetter(name[0]) || name[0] == '_')
        && name.All(one => char.IsLetterOrDigit(one) || one == '_');

    private static void CheckAssignments(Fields fields, State state, IReadOnlySet<string> outer)
    {
        var catches = state.Catch.Select(catcher => catcher.Assign)
            .Concat((state as ChoiceState)?.Choices.Select(choice => choice.Assign) ?? []);
        foreach (var assign in catches.Append(state.Assign))
        {
            foreach (var (field, _) in assign?.Source as JsonObject ?? [])
            {
                var name = field.EndsWith(".$", StringComparison.Ordinal) ? field[..^2] : field;
                if (!IsVariable(name))
                {
                    fields.Report($"'{name}' is not a valid name of a variable", "Assign");
                }
                else if (outer.Contains(name) || name == "states")
                {
                    fields.Report(
                        $"The variable '{name}' cannot be assigned here: it belongs to the states around, or is reserved", "Assign");
                }
            }
        }
    }
}

/// <summary>Why a Task's resource cannot be called.</summary>
/// <param name="Message">The reason.</param>
/// <param name="Field">The field that is to blame, as <c>Resource</c> or <c>Parameters</c>.</param>
internal sealed record ResourceRefusal(string Message, string Field)
{
    /// <summary>AWS has no such resource, either.</summary>
    public static ResourceRefusal NotRecognized(string arn) => new(
        $"The resource provided {arn} is not recognized. "
            + "The value is not a valid resource ARN, or the resource is not available in this region.",
        "Resource");
}
