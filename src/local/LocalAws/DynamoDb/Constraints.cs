using System.Globalization;

namespace LocalAws.DynamoDb;

/// <summary>Collects what DynamoDB checks of a request's members before anything else, and refuses it all in one message.</summary>
/// <param name="prefix">The path of the members that follow, for example <c>transactItems.1.member.put.</c>.</param>
internal sealed class Constraints(string prefix = "")
{
    public static readonly string[] ReturnConsumedCapacity = ["INDEXES", "TOTAL", "NONE"];
    public static readonly string[] ReturnItemCollectionMetrics = ["SIZE", "NONE"];
    public static readonly string[] ReturnValuesOnFailure = ["ALL_OLD", "NONE"];
    public static readonly string[] ReturnValues = ["ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"];
    public static readonly string[] Select =
        ["SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"];

    public const int MinTableName = 3;

    private const int MaxArnLength = 1024;
    private const int MaxNameLength = 255;

    private List<string>? _violations;

    public Constraints TableName(string? name)
    {
        if (name is null)
        {
            return Required("tableName", name);
        }

        if (name.Length is 0)
        {
            Violated(name, "tableName", "Member must have length greater than or equal to 1");
            return this;
        }

        var isArn = name.StartsWith("arn:", StringComparison.Ordinal);
        if (!isArn && !IsWellFormed(name))
        {
            Violated(name, "tableName", "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        }

        return isArn
            ? Length("tableName", name.Length, 1, MaxArnLength, name)
            : Length("tableName", name.Length, MinTableName, MaxNameLength, name);
    }

    /// <param name="member">The member that names an index.</param>
    /// <param name="name">The name; null when it is absent, which is for others to refuse.</param>
    public Constraints IndexName(string member, string? name)
    {
        const int MinIndexNameLength = 3;
        Length(member, name?.Length, MinIndexNameLength, MaxNameLength, name ?? "");
        if (name is not null && !IsWellFormed(name))
        {
            Violated(name, member, "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        }

        return this;
    }

    /// <summary>A map of lists: no list may be empty or have more than so many elements.</summary>
    /// <param name="member">The map.</param>
    /// <param name="lengths">The lengths of the lists by key; null for a list that is absent, which is as good as empty.</param>
    /// <param name="maximum">The greatest length.</param>
    public Constraints ListLengths(string member, IReadOnlyDictionary<string, int?> lengths, int maximum)
    {
        if (lengths.Values.Any(length => length is null or < 1 || length > maximum))
        {
            Violated(
                $"{{{string.Join(", ", lengths.Select(list => $"{list.Key}=[…]"))}}}",
                member,
                "Map value must satisfy constraint: "
                + $"[Member must have length less than or equal to {maximum}, Member must have length greater than or equal to 1]");
        }

        return this;
    }

    public Constraints Required(string member, object? value)
    {
        if (value is null)
        {
            Violated(null, member, "Member must not be null");
        }

        return this;
    }

    public Constraints OneOf(string member, string? value, string[] allowed)
    {
        if (value is not null && !allowed.Contains(value))
        {
            Violated(value, member, $"Member must satisfy enum value set: [{string.Join(", ", allowed)}]");
        }

        return this;
    }

    public Constraints AtLeast(string member, long? value, long minimum)
    {
        if (value < minimum)
        {
            Violated(Text(value), member, $"Member must have value greater than or equal to {minimum}");
        }

        return this;
    }

    public Constraints AtMost(string member, long? value, long maximum)
    {
        if (value > maximum)
        {
            Violated(Text(value), member, $"Member must have value less than or equal to {maximum}");
        }

        return this;
    }

    /// <param name="member">The member that has a length.</param>
    /// <param name="length">Its length; null when it is absent, which is for others to refuse.</param>
    /// <param name="minimum">The least length.</param>
    /// <param name="maximum">The greatest length.</param>
    /// <param name="shown">How the message shows the member's value.</param>
    public Constraints Length(string member, int? length, int minimum, int maximum, string shown)
    {
        if (length < minimum)
        {
            Violated(shown, member, $"Member must have length greater than or equal to {minimum}");
        }
        else if (length > maximum)
        {
            Violated(shown, member, $"Member must have length less than or equal to {maximum}");
        }

        return this;
    }

    public void ThrowIfViolated()
    {
        if (_violations is not null)
        {
            throw DynamoDbErrors.Validation($"{_violations.Count} validation error{(_violations.Count > 1 ? "s" : "")} "
                + $"detected: {string.Join("; ", _violations)}");
        }
    }

    private static bool IsWellFormed(string name) =>
        name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-');

    private static string? Text(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    private void Violated(string? value, string member, string constraint) => (_violations ??= []).Add(
        $"Value {(value is null ? "null" : $"'{value}'")} at '{prefix}{member}' failed to satisfy constraint: {constraint}");
}
