namespace LocalAws.DynamoDb.Expressions;

/// <summary>The placeholders that an expression uses.</summary>
internal sealed record Placeholders(HashSet<string> Names, HashSet<string> Values);
