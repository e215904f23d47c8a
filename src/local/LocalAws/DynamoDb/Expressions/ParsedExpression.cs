namespace LocalAws.DynamoDb.Expressions;

/// <summary>An expression that can be used by any number of requests, whatever their names and values.</summary>
/// <param name="Root">What it says.</param>
/// <param name="Placeholders">What a request has to define for it.</param>
/// <param name="Paths">Every path it mentions.</param>
internal sealed record ParsedExpression<T>(T Root, Placeholders Placeholders, IReadOnlyList<DocumentPath> Paths);

/// <summary>The placeholders that an expression uses.</summary>
internal sealed record Placeholders(HashSet<string> Names, HashSet<string> Values);
