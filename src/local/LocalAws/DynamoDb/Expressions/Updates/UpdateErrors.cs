using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Expressions.Updates;

/// <summary>What can be wrong with an update once the item is known.</summary>
internal static class UpdateErrors
{
    public static AwsException MissingAttribute() => DynamoDbErrors.Validation(
        "The provided expression refers to an attribute that does not exist in the item");

    public static AwsException WrongType() => DynamoDbErrors.Validation(
        "An operand in the update expression has an incorrect data type");

    public static AwsException InvalidPath() => DynamoDbErrors.Validation(
        "The document path provided in the update expression is invalid for update");

    /// <summary>The value, if it is there and of the type that an operator needs.</summary>
    public static AttributeValue Require(AttributeValue? value, AttributeType type)
    {
        if (value is null)
        {
            throw MissingAttribute();
        }

        return value.Type == type ? value : throw WrongType();
    }
}
