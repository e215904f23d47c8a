using System.Text.Json.Nodes;

namespace LocalAws.Policies;

/// <summary>A policy as text, and the statements that AddPermission and RemovePermission put in and take out.</summary>
internal static class PolicyDocument
{
    private const string Statements = "Statement";

    /// <summary>The policy with one more statement; null when it has one of that label already.</summary>
    /// <param name="policy">The policy so far; null when there is none.</param>
    /// <param name="resourceArn">The queue or topic that it is the policy of.</param>
    /// <param name="label">Names the statement.</param>
    /// <param name="principals">Who is allowed something.</param>
    /// <param name="actions">What they are allowed.</param>
    public static string? Add(
        string? policy, string resourceArn, string label, IReadOnlyList<string> principals, IReadOnlyList<string> actions)
    {
        var document = policy is null ? Empty(resourceArn) : JsonNode.Parse(policy)!.AsObject();
        var statements = StatementsOf(document);
        if (statements.Any(statement => IsLabelled(statement, label)))
        {
            return null;
        }

        statements.Add(new JsonObject
        {
            ["Sid"] = label,
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["AWS"] = OneOrMany(principals) },
            ["Action"] = OneOrMany(actions),
            ["Resource"] = resourceArn,
        });
        return document.ToJsonString();
    }

    /// <summary>The policy without a statement, empty when it was the last; null when there is none of that label.</summary>
    public static string? Remove(string? policy, string label)
    {
        if (policy is null)
        {
            return null;
        }

        var document = JsonNode.Parse(policy)!.AsObject();
        var statements = StatementsOf(document);
        return statements.RemoveAll(statement => IsLabelled(statement, label)) switch
        {
            0 => null,
            _ when statements.Count == 0 => "",
            _ => document.ToJsonString(),
        };
    }

    private static JsonObject Empty(string queueArn) => new()
    {
        ["Version"] = "2008-10-17",
        ["Id"] = $"{queueArn}/SQSDefaultPolicy",
        [Statements] = new JsonArray(),
    };

    /// <summary>The statements as a list, which a policy that has but one may leave out.</summary>
    private static JsonArray StatementsOf(JsonObject document)
    {
        if (document[Statements] is JsonArray statements)
        {
            return statements;
        }

        var only = document[Statements];
        document.Remove(Statements);
        var list = new JsonArray(only);
        document[Statements] = list;
        return list;
    }

    private static bool IsLabelled(JsonNode? statement, string label) =>
        statement?["Sid"] is JsonValue sid && sid.ToString() == label;

    private static JsonNode OneOrMany(IReadOnlyList<string> values) =>
        values is [var only] ? only : new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
}
