using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Language;

/// <summary>Reads a condition of a Choice state.</summary>
internal sealed class ChoiceReader(Fields fields)
{
    /// <summary>A condition with where it leads; null when it has mistakes, which are reported.</summary>
    public Choice? ReadChoice()
    {
        fields.Require("Next");
        var (next, assign) = (fields.Text("Next"), fields.Template("Assign"));
        return ReadRule() is { } rule && next is not null ? new Choice(rule, next, assign) : null;
    }

    private IChoiceRule? ReadRule()
    {
        var rule = ReadOneRule();
        fields.RefuseOthers(
            name => ComparisonOperator.Find(name) is null ? "Field is not supported" : "A condition has one comparison only");
        return rule;
    }

    private IChoiceRule? ReadOneRule()
    {
        if (fields.Has("And"))
        {
            return new AllRules(ReadInner("And"));
        }

        if (fields.Has("Or"))
        {
            return new AnyRule(ReadInner("Or"));
        }

        if (fields.Has("Not"))
        {
            return fields.Object("Not") is { } inner && new ChoiceReader(inner).ReadRule() is { } rule ? new NotRule(rule) : null;
        }

        fields.Require("Variable");
        var variable = fields.Path("Variable");
        if (fields.Has("IsPresent") && variable is not null)
        {
            return new PresenceRule(variable, fields.Flag("IsPresent"));
        }

        if (KindRule.Kinds.FirstOrDefault(fields.Has) is { } kind && variable is not null)
        {
            return new KindRule(variable, kind, fields.Flag(kind));
        }

        foreach (var (name, value) in fields.Members())
        {
            if (ComparisonOperator.Find(name) is (var comparison, var isPath) && variable is not null)
            {
                return isPath ? ReadPathComparison(variable, name, comparison) : ReadComparison(variable, name, comparison, value);
            }
        }

        if (variable is not null)
        {
            fields.Report("A condition has a comparison, And, Or or Not");
        }

        return null;
    }

    private ComparisonRule? ReadPathComparison(Evaluation.ValuePath variable, string name, ComparisonOperator comparison) =>
        fields.Path(name) is { } other ? new ComparisonRule(variable, comparison, null, other) : null;

    private ComparisonRule? ReadComparison(Evaluation.ValuePath variable, string name, ComparisonOperator comparison, JsonNode? value)
    {
        if (fields.Has(name) && !comparison.Takes(value))
        {
            fields.Report($"The operand is not a {comparison.Kind.ToUpperInvariant()}: {JsonText.Write(value)}", name);
            return null;
        }

        return new ComparisonRule(variable, comparison, value, null);
    }

    private List<IChoiceRule> ReadInner(string name)
    {
        if (fields[name] is JsonArray { Count: 0 })
        {
            fields.Report("Value cannot be empty", name);
        }

        return [.. fields.List(name).Select(inner => new ChoiceReader(inner).ReadRule()).OfType<IChoiceRule>()];
    }
}
