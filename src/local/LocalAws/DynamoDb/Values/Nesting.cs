namespace LocalAws.DynamoDb.Values;

/// <summary>How deep documents may lie in each other.</summary>
internal static class Nesting
{
    /// <summary>The levels of an item, and the elements of a path.</summary>
    public const int MaxLevels = 32;

    /// <summary>Refuses a level that is too deep.</summary>
    /// <param name="level">The level of a value; 1 for an attribute of an item.</param>
    public static void RefuseTooDeep(int level)
    {
        if (level > MaxLevels)
        {
            throw DynamoDbErrors.Validation("Nesting Levels have exceeded supported limits: "
                + "Attributes in the item have nested levels beyond supported limit");
        }
    }

    /// <summary>Refuses an item that an update has made too deep.</summary>
    public static void RefuseTooDeep(AttributeMap item, int level = 1)
    {
        foreach (var (_, value) in item)
        {
            RefuseTooDeep(value, level);
        }
    }

    private static void RefuseTooDeep(AttributeValue value, int level)
    {
        RefuseTooDeep(level);
        switch (value.Type)
        {
            case AttributeType.M:
                RefuseTooDeep(value.Members, level + 1);
                break;
            case AttributeType.L:
                foreach (var element in value.Elements)
                {
                    RefuseTooDeep(element, level + 1);
                }

                break;
            default:
                break;
        }
    }
}
