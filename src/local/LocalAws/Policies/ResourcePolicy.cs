using System.Text.Json;

namespace LocalAws.Policies;

/// <summary>
/// The policy of a queue or topic, as far as it decides what AWS services may do with it. Callers with credentials are not held to
/// it: there is one account, and signatures are not checked.
/// </summary>
internal sealed class ResourcePolicy
{
    private readonly IReadOnlyList<PolicyStatement> _statements;

    private ResourcePolicy(IReadOnlyList<PolicyStatement> statements) => _statements = statements;

    /// <summary>Reads a policy; null when the text is none.</summary>
    public static ResourcePolicy? TryParse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var statements = document.RootElement.GetProperty("Statement");
            return new ResourcePolicy([.. PolicyJson.ManyOrOne(statements).Select(PolicyStatement.Read)]);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether the policy lets a service do something for a resource of its own, such as a rule.</summary>
    public bool Allows(ServiceCall call)
    {
        var matching = _statements.Where(statement => statement.Matches(call)).ToList();
        return matching.Count > 0 && matching.TrueForAll(statement => statement.IsAllow);
    }
}
