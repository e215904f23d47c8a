using System.Text.RegularExpressions;

namespace LocalAws.EventBridge.Targets;

/// <summary>A template, and where in the event its variables' values stand.</summary>
internal sealed partial record InputTransformer(IReadOnlyDictionary<string, string?>? InputPathsMap, string? InputTemplate)
{
    private const int MaxVariables = 100;
    private const int MaxLength = 256;

    private const string KeyConstraint =
        "Map keys must satisfy constraint: [Member must have length less than or equal to 256, "
        + @"Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [A-Za-z0-9\_\-]+]";

    private const string ValueConstraint =
        "Map value must satisfy constraint: [Member must have length less than or equal to 256, "
        + "Member must have length greater than or equal to 0]";

    /// <summary>Adds the limits of the model.</summary>
    public void Constrain(Constraints constraints, string member)
    {
        constraints
            .Require($"{member}.inputTemplate", InputTemplate)
            .Length($"{member}.inputTemplate", InputTemplate, 1, 8192);
        if (InputPathsMap is not { } paths)
        {
            return;
        }

        var name = $"{member}.inputPathsMap";
        var text = Constraints.Quote(paths);
        constraints
            .Size(name, text, paths.Count, 0, MaxVariables)
            .Hold(name, text, paths.Keys.All(IsVariable), KeyConstraint)
            .Hold(name, text, paths.Values.All(path => path is null or { Length: <= MaxLength }), ValueConstraint);
    }

    private static bool IsVariable(string name) => name.Length is > 0 and <= MaxLength && Variable().IsMatch(name);

    [GeneratedRegex(@"^[A-Za-z0-9_\-]+\z")]
    private static partial Regex Variable();
}
