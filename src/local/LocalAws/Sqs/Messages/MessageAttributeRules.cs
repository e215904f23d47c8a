using System.Globalization;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Messages;

/// <summary>What SQS accepts as message attributes.</summary>
internal static class MessageAttributeRules
{
    public const string TraceHeader = "AWSTraceHeader";

    private const int Most = 10;
    private const int LongestName = 256;
    private const int LongestNumber = 38;

    /// <exception cref="Http.AwsException">One of them is not acceptable.</exception>
    public static void Check(IReadOnlyDictionary<string, MessageAttributeValue>? attributes)
    {
        if (attributes?.Count > Most)
        {
            throw SqsErrors.InvalidParameter($"Number of message attributes [{attributes.Count}] exceeds the allowed maximum [{Most}].");
        }

        foreach (var (name, value) in attributes ?? new Dictionary<string, MessageAttributeValue>())
        {
            CheckName(name);
            CheckValue(name, value);
        }
    }

    /// <exception cref="Http.AwsException">One of them is not the trace header, as a string.</exception>
    public static void CheckSystem(IReadOnlyDictionary<string, MessageAttributeValue>? attributes)
    {
        foreach (var (name, value) in attributes ?? new Dictionary<string, MessageAttributeValue>())
        {
            if (name != TraceHeader || value is not { DataType: "String", StringValue.Length: > 0 })
            {
                throw SqsErrors.InvalidParameter(
                    $"Message system attribute name '{name}' is invalid: only {TraceHeader}, a String, can be sent.");
            }
        }
    }

    private static void CheckName(string name)
    {
        if (name.Length is 0 or > LongestName)
        {
            throw SqsErrors.InvalidParameter($"Message (user) attribute names must have from 1 to {LongestName} characters.");
        }

        // AWS's words name the letters of ASCII; it takes others as well.
        if (!name.All(character => char.IsLetterOrDigit(character) || character is '_' or '-' or '.'))
        {
            throw SqsErrors.InvalidParameter(
                $"The message attribute name '{name}' is invalid. "
                + "Attribute name can contain A-Z, a-z, 0-9, underscore (_), hyphen (-), and period (.) characters.");
        }

        if (name.StartsWith('.') || name.EndsWith('.') || name.Contains("..", StringComparison.Ordinal)
            || name.StartsWith("AWS.", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Amazon.", StringComparison.OrdinalIgnoreCase))
        {
            throw SqsErrors.InvalidParameter(
                $"Message (user) attribute name '{name}' is reserved, or has a period at its start, its end or after another.");
        }
    }

    private static void CheckValue(string name, MessageAttributeValue? value)
    {
        var kind = value?.DataType?.Split('.')[0];
        if (kind is not ("String" or "Number" or "Binary") || value!.DataType!.Length > LongestName)
        {
            throw SqsErrors.InvalidParameter(
                $"The type of message (user) attribute '{name}' is invalid. "
                + "You must use only the following supported type prefixes: Binary, Number, String.");
        }

        if (value.IsBinary ? value.BinaryValue is null or [] : string.IsNullOrEmpty(value.StringValue))
        {
            throw SqsErrors.InvalidParameter(
                $"Message (user) attribute '{name}' must contain a non-empty value of type '{(value.IsBinary ? "Binary" : "String")}'.");
        }

        if (!value.IsBinary && !MessageRules.HasOnlyValidCharacters(value.StringValue!))
        {
            throw SqsErrors.InvalidParameter($"Invalid characters found in the value of message (user) attribute '{name}'.");
        }

        if (kind == "Number" && !IsNumber(value.StringValue!))
        {
            throw SqsErrors.InvalidParameter($"Can't cast the value of message (user) attribute '{name}' to a number.");
        }
    }

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
        && text.Count(char.IsAsciiDigit) <= LongestNumber;
}
