using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Language;

/// <summary>The fields of one object of a definition. It reports what is wrong, and what nobody has asked for by the end.</summary>
internal sealed class Fields(JsonObject members, string location, List<Diagnostic> diagnostics)
{
    private readonly HashSet<string> _known = ["Comment"];

    /// <summary>The variables that its paths, functions and templates read, and those of the objects in it.</summary>
    public HashSet<string> Variables { get; private init; } = [];

    /// <summary>Where the object stands.</summary>
    public string Location => location;

    public bool Has(string name)
    {
        _known.Add(name);
        return members.ContainsKey(name);
    }

    public JsonNode? this[string name]
    {
        get
        {
            _known.Add(name);
            return members[name];
        }
    }

    public string At(string name) => location == "/" ? $"/{name}" : $"{location}/{name}";

    public void Report(string message, string? name = null, string code = Diagnostic.Schema) =>
        diagnostics.Add(new Diagnostic("ERROR", code, message, name is null ? location : At(name)));

    /// <summary>Reports the fields of these names that are not there.</summary>
    public void Require(params ReadOnlySpan<string> names)
    {
        List<string> missing = [];
        foreach (var name in names)
        {
            if (!Has(name))
            {
                missing.Add(name);
            }
        }

        if (missing.Count > 0)
        {
            Report($"These fields are required: [{string.Join(", ", missing)}]");
        }
    }

    /// <summary>A text; null when there is none.</summary>
    public string? Text(string name) => Of(name, "STRING", JsonText.String);

    /// <summary>Whether a field is true.</summary>
    public bool Flag(string name) => Of<bool?>(name, "BOOLEAN", node => JsonText.Kind(node) switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    }) == true;

    /// <summary>A whole number in a range; null when there is none.</summary>
    public long? Whole(string name, long least, long most) =>
        Of(name, $"number from {least} to {most}", node =>
            JsonNumbers.ReadWhole(node) is { } number && number >= least && number <= most ? number : (long?)null);

    /// <summary>A number from a least one on; null when there is none.</summary>
    public double? Number(string name, double least) =>
        Of(name, $"number of at least {least}", node => JsonNumbers.Read(node) is { } number && number >= least ? number : (double?)null);

    /// <summary>A path, <c>null</c> where that is allowed; null when there is none.</summary>
    public ValuePath? Path(string name, bool mayBeNull = false)
    {
        if (mayBeNull && Has(name) && members[name] is null)
        {
            return ValuePath.Nothing;
        }

        var path = Text(name) is { } text ? Try(name, text, ValuePath.Parse) : null;
        Variables.UnionWith(path?.Variable is { } variable ? [variable] : []);
        return path;
    }

    /// <summary>A path or an intrinsic function; null when there is none.</summary>
    public IExpression? Expression(string name)
    {
        var expression = Text(name) is { } text ? Try(name, text, Expressions.Parse) : null;
        Variables.UnionWith(expression?.Variables ?? []);
        return expression;
    }

    /// <summary>Where a result goes: a path, null for nowhere, all of the input when nothing is said.</summary>
    public ReferencePath? ResultPath()
    {
        if (!Has("ResultPath"))
        {
            return ReferencePath.Parse("$");
        }

        return members["ResultPath"] is not null && Text("ResultPath") is { } text ? Try("ResultPath", text, ReferencePath.Parse) : null;
    }

    /// <summary>A template; null when there is none.</summary>
    public Template? Template(string name)
    {
        if (!Has(name))
        {
            return null;
        }

        var template = Evaluation.Template.Compile(
            members[name], At(name), (message, where) => diagnostics.Add(new Diagnostic("ERROR", Diagnostic.Schema, message, where)));
        Variables.UnionWith(template.Variables);
        return template;
    }

    /// <summary>Objects in a list, with the fields of each; none when there is no list.</summary>
    public IEnumerable<Fields> List(string name)
    {
        if (!Has(name))
        {
            return [];
        }

        if (members[name] is not JsonArray elements || elements.Any(element => element is not JsonObject))
        {
            Report("Value must be an ARRAY of objects", name);
            return [];
        }

        return elements.Select((element, i) => Inner((JsonObject)element!, $"{At(name)}[{i}]"));
    }

    /// <summary>The fields of an object; null when there is none.</summary>
    public Fields? Object(string name) =>
        Of(name, "OBJECT", node => node as JsonObject) is { } inner ? Inner(inner, At(name)) : null;

    /// <summary>Texts in a list, at least one.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (members[name] is JsonArray { Count: > 0 } elements && elements.All(element => JsonText.String(element) is not null))
        {
            _known.Add(name);
            return [.. elements.Select(element => JsonText.String(element)!)];
        }

        if (Has(name))
        {
            Report("Value must be an ARRAY of at least one STRING", name);
        }

        return [];
    }

    /// <summary>Each member by its name.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> Members() => members;

    /// <summary>Reports the fields that nobody has asked for.</summary>
    public void RefuseOthers(Func<string, string>? reason = null)
    {
        foreach (var name in members.Select(member => member.Key).Where(name => !_known.Contains(name)))
        {
            Report(reason?.Invoke(name) ?? "Field is not supported", name);
        }
    }

    private Fields Inner(JsonObject inner, string where) => new(inner, where, diagnostics) { Variables = Variables };

    private T? Of<T>(string name, string kind, Func<JsonNode?, T?> read)
    {
        if (!Has(name))
        {
            return default;
        }

        var value = read(members[name]);
        if (value is null)
        {
            Report($"Expected value of type {kind}", name);
        }

        return value;
    }

    private T? Try<T>(string name, string text, Func<string, T> parse)
        where T : class
    {
        try
        {
            return parse(text);
        }
        catch (FormatException exception)
        {
            Report($"Value is not a valid path: {exception.Message}", name);
            return null;
        }
    }
}
