using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Expressions.Updates;

/// <summary>Types as DynamoDB calls them where ADD and DELETE do not take them.</summary>
internal static class UpdateTypes
{
    public static AwsException Refuse(ExpressionCheck check, string section, AttributeType type) => check.Refusal(
        $"Incorrect operand type for operator or function; operator: {section}, operand type: {NameOf(type)}, "
        + $"typeSet: ALLOWED_FOR_{section}_OPERAND");

    private static string NameOf(AttributeType type) => type switch
    {
        AttributeType.S => "STRING",
        AttributeType.N => "NUMBER",
        AttributeType.B => "BINARY",
        AttributeType.BOOL => "BOOLEAN",
        AttributeType.NULL => "NULL",
        AttributeType.L => "LIST",
        AttributeType.M => "MAP",
        _ => type.ToString(),
    };
}
