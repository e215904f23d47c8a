using System.Text.Json.Serialization;

namespace LocalAws.EventBridge.Tags;

/// <summary>TagResource, UntagResource and ListTagsForResource.</summary>
internal sealed record TagRequest([property: JsonPropertyName("ResourceARN")] string? ResourceArn)
{
    public IReadOnlyList<Tag>? Tags { get; init; }

    public IReadOnlyList<string>? TagKeys { get; init; }
}
