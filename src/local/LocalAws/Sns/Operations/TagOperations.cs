using System.Collections.Immutable;
using LocalAws.Http;
using LocalAws.Sns.Topics;

namespace LocalAws.Sns.Operations;

/// <summary>Tags of topics.</summary>
internal sealed class TagOperations(Store store)
{
    public Nothing Add(TagRequest request, AwsRequest aws)
    {
        var tags = TagRules.Read(request.Tags);
        return Change(request, topic => topic.Tags.SetItems(tags));
    }

    public Nothing Remove(TagRequest request, AwsRequest aws) => Change(request, topic => topic.Tags.RemoveRange(request.TagKeys ?? []));

    public TagList List(TagRequest request, AwsRequest aws) =>
        new([.. Topic(store.State, request).Tags.Select(tag => new Tag(tag.Key, tag.Value))]);

    private Nothing Change(TagRequest request, Func<Topic, ImmutableSortedDictionary<string, string>> change)
    {
        store.Change(state =>
        {
            var topic = Topic(state, request);
            var tags = change(topic);
            return tags.Count > TagRules.Most ? throw SnsErrors.TooManyTags() : state.With(topic with { Tags = tags });
        });
        return new Nothing();
    }

    private static Topic Topic(SnsState state, TagRequest request) => SnsArn.TryParse(request.ResourceArn) is { Subscription: null }
        ? state.Topics.GetValueOrDefault(request.ResourceArn!) ?? throw SnsErrors.NoResource()
        : throw SnsErrors.InvalidParameter("ResourceArn");
}

/// <summary>What a tag may be.</summary>
internal static class TagRules
{
    public const int Most = 50;

    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <exception cref="AwsException">A tag is none, or there are too many.</exception>
    public static ImmutableSortedDictionary<string, string> Read(IReadOnlyList<Tag>? tags)
    {
        var read = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags ?? [])
        {
            if (tag.Key is not { Length: > 0 and <= LongestKey } || tag.Value is { Length: > LongestValue })
            {
                throw SnsErrors.InvalidParameter("Tags");
            }

            read = read.ContainsKey(tag.Key)
                ? throw SnsErrors.InvalidParameter("Duplicated keys are not allowed.")
                : read.Add(tag.Key, tag.Value ?? "");
        }

        return read.Count > Most ? throw SnsErrors.TooManyTags() : read;
    }
}

/// <summary>A tag.</summary>
internal sealed record Tag(string? Key, string? Value);

/// <summary>A request about the tags of a topic.</summary>
internal sealed record TagRequest(string? ResourceArn, IReadOnlyList<Tag>? Tags, IReadOnlyList<string>? TagKeys);

/// <summary>The tags of a topic.</summary>
internal sealed record TagList(IReadOnlyList<Tag> Tags);
