using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using LocalAws.EventBridge.Lists;
using LocalAws.Http;

namespace LocalAws.EventBridge.Tags;

/// <summary>A tag of a bus or rule.</summary>
internal sealed partial record Tag(string? Key, string? Value) : INamed
{
    /// <summary>How many a resource may have.</summary>
    public const int MaxTags = 50;

    [JsonIgnore]
    public string Name => Key!;

    /// <summary>Checks what AWS documents of tags and its model does not say.</summary>
    /// <exception cref="AwsException">There are too many; one comes twice, is AWS's own, or has other characters.</exception>
    public static void Check(IReadOnlyList<Tag>? tags)
    {
        foreach (var tag in tags ?? [])
        {
            if (tag.Key!.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw EventBridgeErrors.Validation("System tags cannot be added/updated by requester");
            }

            if (!Characters().IsMatch(tag.Key) || !Characters().IsMatch(tag.Value!))
            {
                throw EventBridgeErrors.InvalidParameter(
                    "Tags", "Tag keys and values may have letters, numbers, spaces and the characters _ . : / = + - @");
            }
        }

        if (tags?.DistinctBy(tag => tag.Key).Count() != tags?.Count)
        {
            throw EventBridgeErrors.InvalidParameter("Tags", "Duplicate tag keys found.");
        }

        if (tags?.Count > MaxTags)
        {
            throw TooMany();
        }
    }

    public static AwsException TooMany() => EventBridgeErrors.InvalidParameter("Tags", $"A resource can have at most {MaxTags} tags.");

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z")]
    private static partial Regex Characters();
}
