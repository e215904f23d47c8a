using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Operands;

/// <summary><c>size(operand)</c>: UTF-16 units of a string, bytes of a binary, members of anything else that has members.</summary>
internal sealed record SizeFunction(IReadOnlyList<IOperand> Operands) : IOperand
{
    public const string Name = "size";

    public AttributeValue? Evaluate(AttributeMap? item, ExpressionAttributes attributes)
    {
        var size = Operands[0].Evaluate(item, attributes) switch
        {
            { Type: AttributeType.S } text => text.Text.Length,
            { Type: AttributeType.B } binary => binary.Bytes.Length,
            { Type: AttributeType.M } map => map.Members.Count,
            { Type: AttributeType.L } list => list.Elements.Length,
            { IsSet: true } set => set.Elements.Length,
            _ => (int?)null,
        };
        return size is null ? null : AttributeValue.Of(DynamoNumber.Of(size.Value));
    }

    public AttributeType? KnownType(ExpressionAttributes attributes) => AttributeType.N;

    public void Check(ExpressionCheck check)
    {
        check.RequireCount(Name, Operands, 1);
        Operands[0].Check(check);
        check.RequireType(Name, Operands[0], type => type is not (AttributeType.N or AttributeType.BOOL or AttributeType.NULL));
    }
}
