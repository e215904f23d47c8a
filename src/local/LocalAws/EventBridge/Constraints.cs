using System.Buffers;
using System.Text.RegularExpressions;
using LocalAws.EventBridge.ApiDestinations;
using LocalAws.EventBridge.Tags;

namespace LocalAws.EventBridge;

/// <summary>Checks a request against the limits of EventBridge's model; says everything that is wrong at once, as AWS does.</summary>
internal sealed partial class Constraints
{
    private const string BusArnPrefix = @"(arn:aws[\w-]*:events:[a-z]+-[a-z]+-[\w-]+:[0-9]{12}:event-bus\/)?";
    private const string EventsArnPattern = @"^arn:aws([a-z]|\-)*:events:([a-z]|\d|\-)*:([0-9]{12})?:.+\/.+$";
    private const string InNames = ".-_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(InNames);
    private static readonly SearchValues<char> BusNameCharacters = SearchValues.Create(InNames + "/");

    private readonly List<string> _violations = [];

    /// <summary>A required name of letters, digits, dots, dashes and underscores.</summary>
    public Constraints Name(string member, string? value, int longest) =>
        Require(member, value).OptionalName(member, value, longest);

    /// <summary>The same, where there is one.</summary>
    public Constraints OptionalName(string member, string? value, int longest)
    {
        var isName = value is null || (value.Length > 0 && !value.AsSpan().ContainsAnyExcept(NameCharacters));
        return Satisfy(member, value, isName, @"[\.\-_A-Za-z0-9]+").Length(member, value, 1, longest);
    }

    /// <summary>A bus's name, where there is one; those of partners have slashes.</summary>
    public Constraints BusName(string member, string? value)
    {
        var isName = value is null || (value.Length > 0 && !value.AsSpan().ContainsAnyExcept(BusNameCharacters));
        return Satisfy(member, value, isName, @"[/\.\-_A-Za-z0-9]+").Length(member, value, 1, 256);
    }

    /// <summary>A bus, by name or ARN, where there is one.</summary>
    /// <param name="member">Where it stands.</param>
    /// <param name="value">The name or ARN.</param>
    /// <param name="mayBePartners">Whether it may be a partner's, whose names have slashes.</param>
    public Constraints Bus(string member, string? value, bool mayBePartners = true)
    {
        if (value is null || (value.Length is > 0 and <= 256 && !value.AsSpan().ContainsAnyExcept(NameCharacters)))
        {
            return this;   // nearly always, and much faster than the pattern
        }

        var isBus = BusNameOrArn().Match(value) is { Success: true } match
            && (mayBePartners || !match.Groups["name"].Value.Contains('/'));
        var name = mayBePartners ? @"[/\.\-_A-Za-z0-9]+" : @"[\.\-_A-Za-z0-9]+";
        return Satisfy(member, value, isBus, BusArnPrefix + name).Length(member, value, 1, 1600);
    }

    /// <summary>The required ARN of a bus or archive.</summary>
    public Constraints SourceArn(string member, string? value) => Require(member, value).OptionalSourceArn(member, value);

    /// <summary>The same, where there is one.</summary>
    public Constraints OptionalSourceArn(string member, string? value) =>
        Satisfy(member, value, value is null || EventsArn().IsMatch(value), EventsArnPattern).Length(member, value, 1, 1600);

    /// <summary>A text on one line, where there is one.</summary>
    public Constraints Line(string member, string? value, int longest) =>
        Satisfy(member, value, value?.AsSpan().IndexOfAny('\r', '\n') is null or < 0, ".*").Length(member, value, 0, longest);

    /// <summary>A key of KMS, where there is one.</summary>
    public Constraints Key(string member, string? value) =>
        Satisfy(member, value, value is null || KeyIdentifier().IsMatch(value), @"^[a-zA-Z0-9_\-/:]*$").Length(member, value, 0, 2048);

    /// <summary>How a connection is authorized, where the request says.</summary>
    public Constraints With(AuthParameters? parameters, bool isNew)
    {
        parameters?.Constrain(this, isNew);
        return this;
    }

    /// <summary>A text of which the model gives a pattern, where there is one.</summary>
    /// <param name="member">Where it stands.</param>
    /// <param name="value">The text.</param>
    /// <param name="isSatisfied">Whether it satisfies the pattern.</param>
    /// <param name="pattern">The pattern as the model has it.</param>
    public Constraints Satisfy(string member, string? value, bool isSatisfied, string pattern) =>
        Hold(member, value, isSatisfied, $"Member must satisfy regular expression pattern: {pattern}");

    /// <summary>Anything else.</summary>
    public Constraints Hold(string member, object? value, bool isSatisfied, string constraint)
    {
        if (!isSatisfied)
        {
            _violations.Add($"Value '{value}' at '{member}' failed to satisfy constraint: {constraint}");
        }

        return this;
    }

    /// <summary>A member that must be there.</summary>
    public Constraints Require(string member, object? value)
    {
        if (value is null)
        {
            _violations.Add($"Value null at '{member}' failed to satisfy constraint: Member must not be null");
        }

        return this;
    }

    /// <summary>A text, where there is one.</summary>
    public Constraints Length(string member, string? value, int shortest, int longest) =>
        value is null ? this : Size(member, value, value.Length, shortest, longest);

    /// <summary>A list that must be there.</summary>
    public Constraints Count<T>(string member, IReadOnlyCollection<T>? value, int fewest, int most)
    {
        Require(member, value);
        return value is null || (value.Count >= fewest && value.Count <= most)
            ? this
            : Size(member, $"[{string.Join(", ", value)}]", value.Count, fewest, most);
    }

    /// <summary>A list, where there is one.</summary>
    public Constraints AtMost<T>(string member, IReadOnlyCollection<T>? value, int most) =>
        value is null ? this : Count(member, value, 0, most);

    /// <summary>Each element of a list, where there is one.</summary>
    public Constraints Each<T>(string member, IEnumerable<T>? values, Action<Constraints, string, T> constrain)
    {
        foreach (var (index, value) in (values ?? []).Index())
        {
            constrain(this, $"{member}.{index + 1}.member", value);
        }

        return this;
    }

    /// <summary>A number, where there is one.</summary>
    public Constraints Range(string member, int? value, int least, int most = int.MaxValue) => value switch
    {
        _ when value < least => Hold(member, value, false, $"Member must have value greater than or equal to {least}"),
        _ when value > most => Hold(member, value, false, $"Member must have value less than or equal to {most}"),
        _ => this,
    };

    /// <summary>One of some words, where there is one.</summary>
    public Constraints OneOf(string member, string? value, params ReadOnlySpan<string> words) => value is null || words.Contains(value)
        ? this
        : Hold(member, value, false, $"Member must satisfy enum value set: [{string.Join(", ", words)}]");

    /// <summary>What has a size.</summary>
    public Constraints Size(string member, string value, int size, int smallest, int largest) => size switch
    {
        _ when size < smallest => Hold(member, value, false, $"Member must have length greater than or equal to {smallest}"),
        _ when size > largest => Hold(member, value, false, $"Member must have length less than or equal to {largest}"),
        _ => this,
    };

    /// <summary>Tags, where there are any.</summary>
    public Constraints Tags(IEnumerable<Tag>? tags) => Tags("tags", tags);

    /// <summary>Tags of something that the request describes, where there are any.</summary>
    public Constraints Tags(string list, IEnumerable<Tag>? tags) => Each(list, tags, static (constraints, member, tag) => constraints
        .Require($"{member}.key", tag.Key)
        .Length($"{member}.key", tag.Key, 1, 128)
        .Require($"{member}.value", tag.Value)
        .Length($"{member}.value", tag.Value, 0, 256));

    /// <summary>A text that no answer may repeat, where there is one.</summary>
    /// <param name="member">Where it stands.</param>
    /// <param name="value">The text.</param>
    /// <param name="shortest">Its least length.</param>
    /// <param name="longest">Its greatest length.</param>
    /// <param name="isSatisfied">Whether it satisfies the pattern, where the model gives one.</param>
    /// <param name="pattern">The pattern as the model has it.</param>
    public Constraints Secret(
        string member, string? value, int shortest, int longest, bool isSatisfied = true, string? pattern = null)
    {
        HoldSecret(member, isSatisfied, $"Member must satisfy regular expression pattern: {pattern}");
        HoldSecret(member, value is null || value.Length >= shortest, $"Member must have length greater than or equal to {shortest}");
        HoldSecret(member, value is null || value.Length <= longest, $"Member must have length less than or equal to {longest}");
        return this;
    }

    /// <summary>Refuses the request when something was wrong.</summary>
    public void Check()
    {
        if (_violations.Count > 0)
        {
            var errors = _violations.Count == 1 ? "error" : "errors";
            throw EventBridgeErrors.Validation(
                $"{_violations.Count} validation {errors} detected: {string.Join("; ", _violations)}");
        }
    }

    /// <summary>A map as AWS quotes it.</summary>
    public static string Quote(IReadOnlyDictionary<string, string?>? values) =>
        $"{{{string.Join(", ", (values ?? new Dictionary<string, string?>()).Select(pair => $"{pair.Key}={pair.Value}"))}}}";

    private void HoldSecret(string member, bool isSatisfied, string constraint)
    {
        if (!isSatisfied)
        {
            _violations.Add($"Value at '{member}' failed to satisfy constraint: {constraint}");
        }
    }

    [GeneratedRegex("^" + BusArnPrefix + @"(?<name>[/\.\-_A-Za-z0-9]+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex BusNameOrArn();

    [GeneratedRegex(@"^[a-zA-Z0-9_\-/:]*\z")]
    private static partial Regex KeyIdentifier();

    [GeneratedRegex(EventsArnPattern, RegexOptions.ExplicitCapture)]
    private static partial Regex EventsArn();
}
