using LocalAws.DynamoDb.Storage;

namespace LocalAws.DynamoDb.Expressions;

/// <summary>Key attributes are scalars: nothing lies inside them.</summary>
internal static class KeyPaths
{
    /// <param name="table">The table.</param>
    /// <param name="heads">The attributes that an expression looks into; null without an expression.</param>
    public static void RefuseNested(Table table, IEnumerable<string>? heads)
    {
        foreach (var head in heads ?? [])
        {
            if (table.Schema.Contains(head))
            {
                throw Refusal("Key", head);
            }

            if (table.Indexes.Any(index => index.Schema.Contains(head)))
            {
                throw Refusal("IndexKey", head);
            }
        }
    }

    private static Http.AwsException Refusal(string kind, string attribute) => DynamoDbErrors.Validation(
        $"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: {kind}: {attribute}");
}
