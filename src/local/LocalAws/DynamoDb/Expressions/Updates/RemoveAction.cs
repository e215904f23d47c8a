using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Updates;

/// <summary><c>REMOVE path</c>.</summary>
internal sealed record RemoveAction(DocumentPath Path) : IUpdateAction
{
    public bool OnlyRemoves => true;

    public AttributeValue? Apply(AttributeValue? current, AttributeMap? item, ExpressionAttributes attributes) => null;

    public void Check(ExpressionCheck check)
    {
    }
}
