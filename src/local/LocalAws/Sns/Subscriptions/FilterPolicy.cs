using System.Buffers;
using System.Text;
using System.Text.Json;
using LocalAws.Patterns;
using LocalAws.Sns.Messages;

namespace LocalAws.Sns.Subscriptions;

/// <summary>A text is not a filter policy; the message says why, in AWS's words where they are known.</summary>
internal sealed class InvalidFilterPolicyException(string message) : FormatException(message);

/// <summary>Which messages a subscription gets: an event pattern over a message's attributes, or over its body.</summary>
internal sealed class FilterPolicy
{
    public const string OfAttributes = "MessageAttributes";
    public const string OfBody = "MessageBody";

    private const string Or = "$or";
    private const int MostKeys = 5;
    private const int MostCombinations = 150;
    private const int LargestBytes = 256 * 1024;

    private readonly EventPattern _pattern;
    private readonly bool _isOfBody;

    private FilterPolicy(EventPattern pattern, bool isOfBody)
    {
        _pattern = pattern;
        _isOfBody = isOfBody;
    }

    /// <summary>Reads a policy.</summary>
    /// <param name="json">The policy.</param>
    /// <param name="scope">What it is about; the attributes when null.</param>
    /// <exception cref="InvalidFilterPolicyException">It is none, or beyond a limit.</exception>
    public static FilterPolicy Parse(string json, string? scope)
    {
        var isOfBody = scope == OfBody;
        try
        {
            var policy = new FilterPolicy(EventPattern.Parse(json, PatternDialect.FilterPolicy), isOfBody);
            CheckLimits(json, isOfBody);
            return policy;
        }
        catch (InvalidEventPatternException exception)
        {
            throw Invalid(IsJson(json) ? exception.Reason : $"failed to parse JSON. {exception.Reason}");
        }
        catch (JsonException)
        {
            throw Invalid("failed to parse JSON.");
        }
    }

    /// <summary>Whether the subscription wants the message.</summary>
    public bool Matches(PublishedMessage message)
    {
        if (!_isOfBody)
        {
            return _pattern.Matches(Read(message.Attributes));
        }

        try
        {
            var body = JsonElement.Parse(message.Body);
            return body.ValueKind is JsonValueKind.Object && _pattern.Matches(body);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static InvalidFilterPolicyException Invalid(string reason) => new($"FilterPolicy: {reason}");

    private static bool IsJson(string text)
    {
        try
        {
            JsonElement.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // As an object that patterns can be matched with: bytes match nothing, and an array stands for any of its elements.
    private static JsonElement Read(IReadOnlyDictionary<string, MessageAttributeValue> attributes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in attributes.Where(attribute => !attribute.Value.IsBinary))
            {
                writer.WritePropertyName(name);
                Write(writer, value);
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, MessageAttributeValue value)
    {
        if (value.IsText && value.DataType != "String.Array")
        {
            writer.WriteStringValue(value.StringValue);
            return;
        }

        try
        {
            writer.WriteRawValue(value.StringValue!.Trim());
        }
        catch (JsonException)
        {
            // A number that JSON writes otherwise, such as +5, or an array that is none.
            writer.WriteStringValue(value.StringValue);
        }
    }

    private static void CheckLimits(string json, bool isOfBody)
    {
        if (Encoding.UTF8.GetByteCount(json) > LargestBytes)
        {
            throw Invalid("Filter policy is too large");
        }

        var root = JsonElement.Parse(json);
        if (!isOfBody && IsNested(root))
        {
            throw new InvalidFilterPolicyException("Filter policy scope MessageAttributes does not support nested filter policy");
        }

        if (Keys(root).Distinct().Count() > MostKeys)
        {
            throw Invalid($"Filter policy can not have more than {MostKeys} keys");
        }

        if (Combinations(root, isOfBody ? 1 : 0) > MostCombinations)
        {
            throw Invalid("Filter policy is too complex");
        }
    }

    private static bool IsNested(JsonElement policy) => policy.EnumerateObject().Any(member => member.Name == Or
        ? member.Value.EnumerateArray().Any(IsNested)
        : member.Value.ValueKind is JsonValueKind.Object);

    private static IEnumerable<string> Keys(JsonElement policy) => policy.EnumerateObject().SelectMany(member => member.Name == Or
        ? member.Value.EnumerateArray().SelectMany(Keys)
        : [member.Name]);

    // "Multiply the number of values in each array", of the body's also by the level that it stands on (0: levels do not count).
    private static double Combinations(JsonElement policy, int level)
    {
        var combinations = 1.0;
        foreach (var member in policy.EnumerateObject())
        {
            combinations *= member switch
            {
                { Name: Or } => member.Value.EnumerateArray().Sum(alternative => Combinations(alternative, level)),
                { Value.ValueKind: JsonValueKind.Object } => Combinations(member.Value, level == 0 ? 0 : level + 1),
                _ => member.Value.GetArrayLength() * Math.Max(1, level),
            };
        }

        return combinations;
    }
}
