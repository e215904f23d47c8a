using System.Text.Json;

namespace LocalAws.Sqs.Policies;

/// <summary>
/// A queue's resource policy, as far as it decides what AWS services may send. Callers with credentials are not held to it:
/// there is one account, and signatures are not checked.
/// </summary>
internal sealed class QueuePolicy
{
    private readonly IReadOnlyList<PolicyStatement> _statements;

    private QueuePolicy(IReadOnlyList<PolicyStatement> statements) => _statements = statements;

    /// <exception cref="Http.AwsException">It is not a policy.</exception>
    public static QueuePolicy Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var statements = document.RootElement.GetProperty("Statement");
            return new QueuePolicy([.. PolicyJson.ManyOrOne(statements).Select(PolicyStatement.Read)]);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw SqsErrors.InvalidAttributeValue("Policy");
        }
    }

    /// <summary>Whether the policy lets a service do something for a resource of its own, such as a rule.</summary>
    public bool Allows(ServiceCall call)
    {
        var matching = _statements.Where(statement => statement.Matches(call)).ToList();
        return matching.Count > 0 && matching.TrueForAll(statement => statement.IsAllow);
    }
}
