using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workers.Cli.Running;

namespace Workers.Cli.Schemas;

/// <summary>The schema of an event in one version, named <c>SOURCE.DETAIL-TYPE.MAJOR.MINOR.schema.json</c>.</summary>
/// <param name="Name">Source and detail-type, as the file's name has them.</param>
/// <param name="Major">The major version.</param>
/// <param name="Minor">The minor version.</param>
/// <param name="Schema">What the file says.</param>
internal sealed partial record SchemaFile(string Name, int Major, int Minor, JsonObject Schema)
{
    /// <summary>Major and minor.</summary>
    public string Version => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    /// <summary>The event for people: source and detail-type as they are, where the title has them.</summary>
    public string Event =>
        Schema["title"] is JsonValue title && title.TryGetValue<string>(out var text) && text.EndsWith($" {Version}", StringComparison.Ordinal)
            ? text[..^(Version.Length + 1)]
            : Name;

    /// <exception cref="CommandFailedException">The name has no version, or the text is no schema.</exception>
    public static SchemaFile Read(string file, string text)
    {
        var name = FileName.Match(file);
        if (!name.Success)
        {
            throw new CommandFailedException(
                $"{file} should be named SOURCE.DETAIL-TYPE.MAJOR.MINOR.schema.json; nothing was compared.", ExitCode.Usage);
        }

        try
        {
            return JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false }) is JsonObject schema
                ? new(name.Groups["name"].Value, NumberOf(name.Groups["major"]), NumberOf(name.Groups["minor"]), schema)
                : throw new CommandFailedException($"{file} should be a JSON object; nothing was compared.", ExitCode.Usage);
        }
        catch (JsonException problem)
        {
            throw new CommandFailedException($"{file} is no JSON: {problem.Message} Nothing was compared.", ExitCode.Usage);
        }
    }

    private static int NumberOf(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<name>.+)\.(?<major>0|[1-9][0-9]{0,5})\.(?<minor>0|[1-9][0-9]{0,5})\.schema\.json\z")]
    private static partial Regex FileName { get; }
}
