using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Workers.Effects.Decisions;

namespace Workers.Operations.Captures;

/// <summary>Values as C# that makes them again.</summary>
internal static class SpecText
{
    /// <summary>A literal that holds any text on one line.</summary>
    public static string Of(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var character in text)
        {
            literal.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(character) || char.IsSurrogate(character) => $"\\u{(int)character:x4}",
                _ => character.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    /// <summary>An item's key.</summary>
    public static string Of(ItemKey key)
    {
        var sort = key.SortName is null ? "" : $", {Of(key.SortName)}, {Of(key.SortValue ?? "")}{(key.SortIsNumber ? ", SortIsNumber: true" : "")}";
        return $"new({Of(key.Table)}, {Of(key.PartitionName)}, {Of(key.PartitionValue)}{sort})";
    }

    /// <summary>An attribute's value.</summary>
    public static string Of(AttributeValue value) => value switch
    {
        { S: { } text } => $"new AttributeValue {{ S = {Of(text)} }}",
        { N: { } number } => $"new AttributeValue {{ N = {Of(number)} }}",
        { BOOL: { } flag } => $"new AttributeValue {{ BOOL = {(flag ? "true" : "false")} }}",
        { L: { } list } => $"new AttributeValue {{ L = [{string.Join(", ", list.Select(Of))}] }}",
        { M: { } map } => $"new AttributeValue {{ M = new() {{ {string.Join(", ", map.Select(Member))} }} }}",
        { SS: { Count: > 0 } texts } => $"new AttributeValue {{ SS = [{string.Join(", ", texts.Select(Of))}] }}",
        { NS: { Count: > 0 } numbers } => $"new AttributeValue {{ NS = [{string.Join(", ", numbers.Select(Of))}] }}",
        { B: { } bytes } => $"new AttributeValue {{ B = new(Convert.FromBase64String({Of(Convert.ToBase64String(bytes.ToArray()))})) }}",
        _ => "new AttributeValue { NULL = true }",
    };

    /// <summary>What of a text can stand in the name of a class.</summary>
    public static string Name(string text)
    {
        var words = text.Split(text.Where(character => !char.IsAsciiLetterOrDigit(character)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
    }

    private static string Member(KeyValuePair<string, AttributeValue> member) => $"[{Of(member.Key)}] = {Of(member.Value)}";
}
