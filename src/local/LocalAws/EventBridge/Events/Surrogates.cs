using System.Text.Json;

namespace LocalAws.EventBridge.Events;

/// <summary>Finds half characters: JSON may escape them, and no text can hold them.</summary>
internal static class Surrogates
{
    /// <summary>Whether a name or string somewhere in the JSON has one half of a surrogate pair without the other.</summary>
    /// <param name="json">The text, which is looked at first: nearly always it escapes no surrogate at all.</param>
    /// <param name="root">The same, parsed.</param>
    public static bool AreUnpaired(string json, JsonElement root) =>
        json.Contains(@"\ud", StringComparison.OrdinalIgnoreCase) && !IsText(root);

    private static bool IsText(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Object => value.EnumerateObject().All(member => member.Name is not null && IsText(member.Value)),
                JsonValueKind.Array => value.EnumerateArray().All(IsText),
                JsonValueKind.String => value.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
