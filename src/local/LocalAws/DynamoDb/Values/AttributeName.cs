using System.Text;

namespace LocalAws.DynamoDb.Values;

/// <summary>What an attribute, at whatever depth, may be called.</summary>
internal static class AttributeName
{
    private const int MaxBytes = 65_535;

    /// <summary>Refuses a name of more than 65,535 bytes, and an empty one of an item's own attribute.</summary>
    /// <param name="name">The name.</param>
    /// <param name="level">1 for an attribute of an item, more for a member of a map, whose name may be empty.</param>
    public static void Check(string name, int level)
    {
        if ((level == 1 || name.Length > 0) && FaultOf(name) is { } fault)
        {
            throw DynamoDbErrors.Validation(fault);
        }
    }

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? FaultOf(string name) => name.Length switch
    {
        0 => "Empty attribute name",
        > MaxBytes / 3 when Encoding.UTF8.GetByteCount(name) > MaxBytes => "Attribute name is too large, must be less than 65536 bytes",
        _ => null,
    };
}
