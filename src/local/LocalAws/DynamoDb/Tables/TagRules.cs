using System.Collections.Immutable;

namespace LocalAws.DynamoDb.Tables;

/// <summary>Which tags a table may have.</summary>
internal static class TagRules
{
    private const int MaxTags = 50;
    private const int MaxKeyLength = 128;
    private const int MaxValueLength = 256;

    /// <summary>The tags of a request by key, or what is wrong with them.</summary>
    public static ImmutableSortedDictionary<string, string> Read(IReadOnlyList<Tag>? tags)
    {
        var constraints = new Constraints();
        foreach (var (index, tag) in (tags ?? []).Index())
        {
            constraints
                .Required($"tags.{index + 1}.member.key", tag.Key)
                .Length($"tags.{index + 1}.member.key", tag.Key?.Length, 1, MaxKeyLength, tag.Key ?? "")
                .Required($"tags.{index + 1}.member.value", tag.Value)
                .Length($"tags.{index + 1}.member.value", tag.Value?.Length, 0, MaxValueLength, tag.Value ?? "");
        }

        constraints.ThrowIfViolated();
        var read = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags ?? [])
        {
            Check(tag);
            read = read.ContainsKey(tag.Key!)
                ? throw DynamoDbErrors.Validation($"Duplicate Tag Keys provided as input: Duplicate Tag Key found {tag.Key}")
                : read.Add(tag.Key!, tag.Value!);
        }

        return RefuseTooMany(read);
    }

    /// <summary>The tags, if they are not too many for one table.</summary>
    public static ImmutableSortedDictionary<string, string> RefuseTooMany(ImmutableSortedDictionary<string, string> tags) =>
        tags.Count > MaxTags
            ? throw DynamoDbErrors.Validation("Number of Tags exceed the current limit for the provided ResourceArn")
            : tags;

    private static void Check(Tag tag)
    {
        if (tag.Key!.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
        {
            throw DynamoDbErrors.Validation($"Tag Key cannot be prefixed with aws:, Key: {tag.Key}");
        }

        if (!tag.Key.All(IsAllowed))
        {
            throw DynamoDbErrors.Validation($"The Tag Key provided is invalid, Key: {tag.Key}");
        }

        if (!tag.Value!.All(IsAllowed))
        {
            throw DynamoDbErrors.Validation($"The Tag Value provided is invalid, Value: {tag.Value}");
        }
    }

    /// <summary>Letters, digits and white space of any script, and a few signs.</summary>
    private static bool IsAllowed(char character) =>
        char.IsLetterOrDigit(character) || char.IsWhiteSpace(character) || char.IsSurrogate(character) || "_.:/=+-@".Contains(character);
}
