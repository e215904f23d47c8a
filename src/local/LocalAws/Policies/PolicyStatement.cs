using System.IO.Enumeration;
using System.Text.Json;

namespace LocalAws.Policies;

/// <summary>One statement of a policy, read for calls that services make.</summary>
internal sealed class PolicyStatement
{
    private readonly IReadOnlyList<string> _services;
    private readonly IReadOnlyList<string> _actions;
    private readonly IReadOnlyList<string> _resources;
    private readonly IReadOnlyList<PolicyCondition> _conditions;

    private PolicyStatement(JsonElement statement)
    {
        IsAllow = statement.GetProperty("Effect").GetString() == "Allow";
        _services = statement.TryGetProperty("Principal", out var principal) ? Services(principal) : [];
        _actions = PolicyJson.Texts(statement, "Action");
        _resources = PolicyJson.Texts(statement, "Resource");
        _conditions = statement.TryGetProperty("Condition", out var conditions) ? PolicyCondition.ReadAll(conditions) : [];
    }

    /// <summary>Whether it allows, rather than denies.</summary>
    public bool IsAllow { get; }

    public static PolicyStatement Read(JsonElement statement) => new(statement);

    /// <summary>Whether the statement is about this call.</summary>
    public bool Matches(ServiceCall call) =>
        Any(_services, call.Service)
        && Any(_actions, call.Action, ignoreCase: true)
        && Any(_resources, call.ResourceArn)
        && _conditions.All(condition => condition.Holds(call));

    private static bool Any(IReadOnlyList<string> patterns, string value, bool ignoreCase = false) =>
        patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase));

    private static IReadOnlyList<string> Services(JsonElement principal) =>
        principal.ValueKind is JsonValueKind.Object
            ? PolicyJson.Texts(principal, "Service").Concat(PolicyJson.Texts(principal, "AWS").Where(name => name == "*")).ToList()
            : PolicyJson.Texts(principal);
}
