using System.Buffers;

namespace LocalAws.EventBridge;

/// <summary>Checks a request against the limits of EventBridge's model; says everything that is wrong at once, as AWS does.</summary>
internal sealed class Constraints
{
    private const string NamePattern = @"[\.\-_A-Za-z0-9]+";

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create(".-_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private readonly List<string> _violations = [];

    /// <summary>A required name of letters, digits, dots, dashes and underscores.</summary>
    public Constraints Name(string member, string? value, int longest)
    {
        Require(member, value);
        if (value is not null && (value.Length == 0 || value.AsSpan().ContainsAnyExcept(NameCharacters)))
        {
            Add(member, value, $"Member must satisfy regular expression pattern: {NamePattern}");
        }

        return Length(member, value, shortest: 1, longest);
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
        Size(member, value, value?.Length, shortest, longest);

    /// <summary>A list that must be there.</summary>
    public Constraints Count<T>(string member, IReadOnlyCollection<T>? value, int fewest, int most)
    {
        Require(member, value);
        return Size(member, $"[{value?.Count} members]", value?.Count, fewest, most);
    }

    /// <summary>A number, where there is one.</summary>
    public Constraints Range(string member, int? value, int least, int most = int.MaxValue)
    {
        if (value < least)
        {
            Add(member, value, $"Member must have value greater than or equal to {least}");
        }

        if (value > most)
        {
            Add(member, value, $"Member must have value less than or equal to {most}");
        }

        return this;
    }

    /// <summary>One of some words, where there is one.</summary>
    public Constraints OneOf(string member, string? value, params ReadOnlySpan<string> words)
    {
        if (value is not null && !words.Contains(value))
        {
            Add(member, value, $"Member must satisfy enum value set: [{string.Join(", ", words)}]");
        }

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

    private Constraints Size(string member, string? value, int? size, int shortest, int longest)
    {
        if (size < shortest)
        {
            Add(member, value, $"Member must have length greater than or equal to {shortest}");
        }

        if (size > longest)
        {
            Add(member, value, $"Member must have length less than or equal to {longest}");
        }

        return this;
    }

    private void Add(string member, object? value, string constraint) =>
        _violations.Add($"Value '{value}' at '{member}' failed to satisfy constraint: {constraint}");
}
