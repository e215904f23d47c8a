using System.Collections.Immutable;

namespace LocalAws.EventBridge.Tags;

/// <summary>A tag of a bus or rule.</summary>
internal sealed record Tag(string Key, string Value)
{
    /// <summary>Tags by key; the last of several with one key stands.</summary>
    public static ImmutableSortedDictionary<string, string> Dictionary(IEnumerable<Tag>? tags) =>
        With(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), tags);

    /// <summary>Adds tags to others.</summary>
    public static ImmutableSortedDictionary<string, string> With(ImmutableSortedDictionary<string, string> tags, IEnumerable<Tag>? more) =>
        tags.SetItems((more ?? []).Select(tag => KeyValuePair.Create(tag.Key, tag.Value)));
}
