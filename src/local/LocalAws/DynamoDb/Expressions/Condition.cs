using LocalAws.DynamoDb.Expressions.Conditions;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions;

/// <summary>A condition with its request's names and values.</summary>
/// <param name="Root">What it says.</param>
/// <param name="Attributes">The request's names and values.</param>
/// <param name="Paths">The paths that it mentions.</param>
internal sealed record Condition(ICondition Root, ExpressionAttributes Attributes, IReadOnlyList<DocumentPath> Paths)
{
    /// <summary>The names of the attributes that its paths begin with.</summary>
    public IEnumerable<string> Heads => Paths.Select(path => path.Head(Attributes));

    /// <summary>The names of the attributes that it looks into.</summary>
    public IEnumerable<string> NestedHeads => Paths.NestedHeads(Attributes);

    public bool Holds(AttributeMap? item) => Root.Holds(item, Attributes);
}
