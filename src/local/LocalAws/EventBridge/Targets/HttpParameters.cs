using System.Text.RegularExpressions;

namespace LocalAws.EventBridge.Targets;

/// <summary>What a request to an API gateway or API destination has besides its body.</summary>
internal sealed partial record HttpParameters
{
    private const string PathPattern = @"^(?!\s*$).+";
    private const string NamePattern = "^[!#$%&'*+-.^_`|~0-9a-zA-Z]+$";
    private const string ValuePattern = @"^[ \t]*[\x20-\x7E]+([ \t]+[\x20-\x7E]+)*[ \t]*$";
    private const string QueryNamePattern = @"[^\x00-\x1F\x7F]+";
    private const string QueryValuePattern = @"[^\x00-\x09\x0B\x0C\x0E-\x1F\x7F]+";
    private const int LongestText = 512;

    /// <summary>What takes the place of each <c>*</c> in the path.</summary>
    public IReadOnlyList<string>? PathParameterValues { get; init; }

    public IReadOnlyDictionary<string, string?>? HeaderParameters { get; init; }

    public IReadOnlyDictionary<string, string?>? QueryStringParameters { get; init; }

    /// <summary>Adds the limits of the model.</summary>
    public void Constrain(Constraints constraints, string member)
    {
        constraints.Each($"{member}.pathParameterValues", PathParameterValues, static (each, name, value) =>
            each.Satisfy(name, value, !string.IsNullOrWhiteSpace(value), PathPattern));
        Constrain(constraints, $"{member}.headerParameters", HeaderParameters, HeaderName(), NamePattern, HeaderValue(), ValuePattern);
        Constrain(
            constraints,
            $"{member}.queryStringParameters",
            QueryStringParameters,
            QueryName(),
            QueryNamePattern,
            QueryValue(),
            QueryValuePattern);
    }

    /// <summary>Adds the limits of a header that a connection adds to each request.</summary>
    public static void ConstrainHeader(Constraints constraints, string member, string? key, string? value) => constraints
        .Satisfy($"{member}.key", key, key is null || HeaderName().IsMatch(key), NamePattern)
        .Length($"{member}.key", key, 0, LongestText)
        .Secret($"{member}.value", value, 0, LongestText, value is null || HeaderValue().IsMatch(value), ValuePattern);

    /// <summary>Adds the limits of a query parameter that a connection adds to each request.</summary>
    public static void ConstrainQuery(Constraints constraints, string member, string? key, string? value) => constraints
        .Satisfy($"{member}.key", key, key is null || QueryName().IsMatch(key), QueryNamePattern)
        .Length($"{member}.key", key, 0, LongestText)
        .Secret($"{member}.value", value, 0, LongestText, value is null || QueryValue().IsMatch(value), QueryValuePattern);

    private static void Constrain(
        Constraints constraints,
        string member,
        IReadOnlyDictionary<string, string?>? values,
        Regex key,
        string keyPattern,
        Regex value,
        string valuePattern)
    {
        var text = Constraints.Quote(values);
        constraints
            .Hold(member, text, values?.Keys.All(name => IsShort(name) && key.IsMatch(name)) != false, MapConstraint("keys", keyPattern))
            .Hold(
                member,
                text,
                values?.Values.All(item => item is null || (IsShort(item) && value.IsMatch(item))) != false,
                MapConstraint("value", valuePattern));
    }

    private static bool IsShort(string text) => text.Length <= LongestText;

    private static string MapConstraint(string part, string pattern) =>
        $"Map {part} must satisfy constraint: [Member must have length less than or equal to {LongestText}, "
            + $"Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: {pattern}]";

    [GeneratedRegex(@"^[!#$%&'*+-.^_`|~0-9a-zA-Z]+\z")]
    private static partial Regex HeaderName();

    [GeneratedRegex(@"^[\t\x20-\x7E]*[\x20-\x7E][\t\x20-\x7E]*\z")]
    private static partial Regex HeaderValue();

    [GeneratedRegex(@"^[^\x00-\x1F\x7F]+\z")]
    private static partial Regex QueryName();

    [GeneratedRegex(@"^[^\x00-\x09\x0B\x0C\x0E-\x1F\x7F]+\z")]
    private static partial Regex QueryValue();
}
