namespace LocalAws.StepFunctions.Operations;

/// <summary>Checks a request against the limits of Step Functions' model; says everything that is wrong at once, as AWS does.</summary>
internal sealed class Constraints
{
    private readonly List<string> _violations = [];

    public Constraints Require(string member, object? value) =>
        value is null ? Add("null", member, "Member must not be null") : this;

    /// <summary>A text that must be there, of some length.</summary>
    public Constraints Text(string member, string? value, int shortest, int longest) =>
        Require(member, value).Length(member, value, shortest, longest);

    /// <summary>The length of a text, where there is one.</summary>
    public Constraints Length(string member, string? value, int shortest, int longest) => value?.Length switch
    {
        null => this,
        var length when length < shortest => Add($"'{value}'", member, $"Member must have length greater than or equal to {shortest}"),
        var length when length > longest => Add($"'{value}'", member, $"Member must have length less than or equal to {longest}"),
        _ => this,
    };

    /// <summary>A number, where there is one.</summary>
    public Constraints Range(string member, long? value, long least, long most) => value switch
    {
        _ when value < least => Add($"'{value}'", member, $"Member must have value greater than or equal to {least}"),
        _ when value > most => Add($"'{value}'", member, $"Member must have value less than or equal to {most}"),
        _ => this,
    };

    /// <summary>One of some words, where there is one.</summary>
    public Constraints OneOf(string member, string? value, params ReadOnlySpan<string> words) => value is null || words.Contains(value)
        ? this
        : Add($"'{value}'", member, $"Member must satisfy enum value set: [{string.Join(", ", words)}]");

    /// <summary>What all lists are asked for by.</summary>
    public Constraints Page(int? maxResults, string? nextToken, int longestToken = 1024) =>
        Range("maxResults", maxResults, 0, 1000).Length("nextToken", nextToken, 1, longestToken);

    /// <summary>Tags, where there are any.</summary>
    public Constraints Tags(IReadOnlyList<Tag>? tags)
    {
        foreach (var (i, tag) in (tags ?? []).Index())
        {
            Text($"tags.{i + 1}.member.key", tag.Key, 1, 128).Text($"tags.{i + 1}.member.value", tag.Value, 0, 256);
        }

        return this;
    }

    /// <summary>What a thing is encrypted with, where something is said of it.</summary>
    public Constraints Encryption(EncryptionConfiguration? encryption) => encryption is null ? this : this
        .Require("encryptionConfiguration.type", encryption.Type)
        .OneOf("encryptionConfiguration.type", encryption.Type, "AWS_OWNED_KEY", "CUSTOMER_MANAGED_KMS_KEY")
        .Range("encryptionConfiguration.kmsDataKeyReusePeriodSeconds", encryption.KmsDataKeyReusePeriodSeconds, 60, 900);

    /// <summary>Refuses the request when something was wrong.</summary>
    public void Check()
    {
        if (_violations.Count > 0)
        {
            var errors = _violations.Count == 1 ? "error" : "errors";
            throw StepFunctionsErrors.Validation($"{_violations.Count} validation {errors} detected: {string.Join("; ", _violations)}");
        }
    }

    private Constraints Add(string value, string member, string constraint)
    {
        _violations.Add($"Value {value} at '{member}' failed to satisfy constraint: {constraint}");
        return this;
    }
}
