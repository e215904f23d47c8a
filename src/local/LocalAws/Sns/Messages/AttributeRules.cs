using System.Globalization;
using LocalAws.Http;

namespace LocalAws.Sns.Messages;

/// <summary>What SNS accepts as a message's attribute.</summary>
internal static class AttributeRules
{
    private const int LongestName = 256;

    /// <summary>The attributes, none of which is missing its value.</summary>
    /// <param name="attributes">The attributes as they were sent.</param>
    /// <param name="path">Where they stand in the request; empty where they are its own.</param>
    /// <exception cref="AwsException">A name, a type or a value is not acceptable.</exception>
    public static Dictionary<string, MessageAttributeValue> Read(Dictionary<string, MessageAttributeValue?>? attributes, string path)
    {
        var read = new Dictionary<string, MessageAttributeValue>();
        foreach (var (name, value) in attributes ?? [])
        {
            if (value?.DataType is null)
            {
                throw SnsErrors.IsNull($"{path}messageAttributes.{name}.member.dataType");
            }

            if ((ProblemOfName(name) ?? ProblemOfValue(name, value)) is { } problem)
            {
                throw SnsErrors.InvalidValue(problem);
            }

            read.Add(name, value);
        }

        return read;
    }

    private static string? ProblemOfName(string name)
    {
        if (name.Length is 0 or > LongestName)
        {
            return $"Length of message attribute name must be less than {LongestName} bytes.";
        }

        var foreign = name.FirstOrDefault(character => !(char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.'));
        return name switch
        {
            _ when foreign is not '\0' =>
                $"Invalid non-alphanumeric character '#x{(int)foreign:X}' was found in the message attribute name. "
                + "Can only include alphanumeric characters, hyphens, underscores, or dots.",
            ['.', ..] => "Invalid message attribute name starting with character '.' was found.",
            [.., '.'] => "Invalid message attribute name ending with character '.' was found.",
            _ when name.Contains("..", StringComparison.Ordinal) => "Message attribute name can not have successive '.' character.",
            _ => null,
        };
    }

    private static string? ProblemOfValue(string name, MessageAttributeValue value)
    {
        var (type, field) = (value.DataType!, value.IsBinary ? "Binary" : "String");
        var (hasText, hasBytes) = (!string.IsNullOrEmpty(value.StringValue), value.BinaryValue is { Length: > 0 });
        return (value.IsBinary ? hasBytes : hasText, hasBytes || hasText) switch
        {
            _ when !IsType(value) => $"The message attribute '{name}' has an invalid message attribute type, "
                + "the set of supported type prefixes is Binary, Number, and String.",
            (false, true) => $"The message attribute '{name}' with type '{type}' must use field '{field}'.",
            (false, false) => $"The message attribute '{name}' must contain non-empty message attribute value for message attribute type "
                + $"'{type}'.",
            _ when value.Kind == "Number" && !IsNumber(value.StringValue!) => $"Could not cast message attribute '{name}' value to number.",
            _ => null,
        };
    }

    private static bool IsType(MessageAttributeValue value) => value.Kind is "String" or "Number" or "Binary"
        && value.DataType!.Length <= LongestName
        && value.DataType != $"{value.Kind}.";

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
}
