using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Updates;

/// <summary>One change of one path.</summary>
internal interface IUpdateAction
{
    DocumentPath Path { get; }

    /// <summary>Whether it can only take away, so that it makes no item where there is none.</summary>
    bool OnlyRemoves { get; }

    /// <summary>What is at the path afterwards; null for nothing.</summary>
    /// <param name="current">What is there now.</param>
    /// <param name="item">The item before any of the update's changes.</param>
    /// <param name="attributes">The request's names and values.</param>
    AttributeValue? Apply(AttributeValue? current, AttributeMap? item, ExpressionAttributes attributes);

    /// <summary>Refuses what is wrong with it whatever the item.</summary>
    void Check(ExpressionCheck check);
}
