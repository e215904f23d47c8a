using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Intrinsics;

/// <summary>The functions of text and of JSON as text.</summary>
internal static class TextFunctions
{
    // "The input … can have a maximum of 10,000 characters."
    private const int LongestInput = 10_000;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static JsonNode Format(IntrinsicArguments arguments)
    {
        var (template, result, used) = (arguments.String(0), new StringBuilder(), 0);
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '\\' && i + 1 < template.Length && template[i + 1] is '\'' or '{' or '}' or '\\')
            {
                result.Append(template[++i]);
            }
            else if (template[i] == '{' && i + 1 < template.Length && template[i + 1] == '}')
            {
                i++;
                result.Append(++used < arguments.Count ? Show(arguments[used]) : throw Mismatch());
            }
            else if (template[i] is '{' or '}')
            {
                throw new FormatException("a brace that is no {} stands without a backslash");
            }
            else
            {
                result.Append(template[i]);
            }
        }

        return used == arguments.Count - 1 ? JsonValue.Create(result.ToString()) : throw Mismatch();
    }

    public static JsonNode Split(IntrinsicArguments arguments)
    {
        var parts = arguments.String(0).Split(arguments.String(1).ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
        return new JsonArray([.. parts.Select(part => JsonValue.Create(part))]);
    }

    public static JsonNode? ToJson(IntrinsicArguments arguments)
    {
        var text = arguments.String(0);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return JsonText.TryParse(text, out var node) ? node : throw new FormatException("the text is no JSON");
    }

    public static JsonNode FromJson(IntrinsicArguments arguments) => JsonValue.Create(JsonText.Write(arguments[0]));

    public static JsonNode Merge(IntrinsicArguments arguments)
    {
        if (arguments.Boolean(2))
        {
            throw new FormatException("deep merging is not supported: the third argument must be false");
        }

        var merged = (JsonObject)arguments.Object(0).DeepClone();
        foreach (var (name, value) in arguments.Object(1))
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }

    public static JsonNode Encode(IntrinsicArguments arguments) =>
        JsonValue.Create(Convert.ToBase64String(Encoding.UTF8.GetBytes(Short(arguments.String(0)))));

    public static JsonNode Decode(IntrinsicArguments arguments)
    {
        try
        {
            return JsonValue.Create(Utf8.GetString(Convert.FromBase64String(Short(arguments.String(0)))));
        }
        catch (Exception exception) when (exception is FormatException or DecoderFallbackException)
        {
            throw new FormatException("the text is no base64 of a text");
        }
    }

    public static JsonNode Hash(IntrinsicArguments arguments)
    {
        var input = JsonText.String(arguments[0]) ?? JsonText.Write(arguments[0]);
        var bytes = Encoding.UTF8.GetBytes(Short(input));
        var hash = arguments.String(1) switch
        {
#pragma warning disable CA5350, CA5351 // Step Functions offers them; nothing is protected by them.
            "MD5" => MD5.HashData(bytes),
            "SHA-1" => SHA1.HashData(bytes),
#pragma warning restore CA5350, CA5351
            "SHA-256" => SHA256.HashData(bytes),
            "SHA-384" => SHA384.HashData(bytes),
            "SHA-512" => SHA512.HashData(bytes),
            var other => throw new FormatException($"{other} is none of MD5, SHA-1, SHA-256, SHA-384, SHA-512"),
        };
        return JsonValue.Create(Convert.ToHexStringLower(hash));
    }

    public static JsonNode Uuid(IntrinsicArguments arguments) => JsonValue.Create(Guid.NewGuid().ToString());

    // Objects and arrays look as Java prints them: {a=1, b=[2, 3]}.
    private static string Show(JsonNode? value) => value switch
    {
        JsonObject members => $"{{{string.Join(", ", members.Select(member => $"{member.Key}={Show(member.Value)}"))}}}",
        JsonArray elements => $"[{string.Join(", ", elements.Select(Show))}]",
        _ => JsonText.String(value) ?? JsonText.Write(value),
    };

    private static string Short(string text) => text.Length <= LongestInput
        ? text
        : throw new FormatException($"the text has more than {LongestInput} characters");

    private static FormatException Mismatch() => new("there are not as many arguments as {} in the template");
}
