using LocalAws.Http;

namespace LocalAws.DynamoDb.Values;

/// <summary>Makes sets of a request's elements: none may be empty or name a member twice.</summary>
internal static class SetReader
{
    public static AttributeValue ToSet(AttributeType type, List<AttributeValue> elements)
    {
        if (elements.Count == 0)
        {
            throw DynamoDbErrors.InvalidValue(type switch
            {
                AttributeType.SS => "An string set  may not be empty",
                AttributeType.NS => "An number set  may not be empty",
                _ => "Binary sets should not be empty",
            });
        }

        if (elements.Distinct().Count() != elements.Count)
        {
            throw Duplicates(type, elements);
        }

        return AttributeValue.Set(type, [.. elements]);
    }

    private static AwsException Duplicates(AttributeType type, List<AttributeValue> elements) => type switch
    {
        AttributeType.SS => DynamoDbErrors.InvalidValue(
            $"Input collection [{string.Join(", ", elements.Select(element => element.Text))}] contains duplicates."),
        AttributeType.BS => DynamoDbErrors.InvalidValue(
            $"Input collection [{string.Join(", ", elements.Select(element => Convert.ToBase64String(element.Bytes)))}]"
            + "of type BS contains duplicates."),
        _ => DynamoDbErrors.Validation("Input collection contains duplicates"),
    };
}
