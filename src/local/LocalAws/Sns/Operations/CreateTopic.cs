using System.Collections.Immutable;
using LocalAws.Http;
using LocalAws.Sns.Topics;

namespace LocalAws.Sns.Operations;

/// <summary>CreateTopic.</summary>
internal sealed class CreateTopic(Store store)
{
    private const int LongestName = 256;

    /// <summary>Makes a topic; one that exists already, as it is asked for, is as good.</summary>
    public CreateTopicResponse Run(CreateTopicRequest request, AwsRequest aws)
    {
        CheckName(request.Name);
        var attributes = (request.Attributes ?? []).ToDictionary(one => one.Key, one => one.Value ?? "");
        foreach (var (name, value) in attributes)
        {
            TopicAttributes.Check(name, value, "Attributes");
        }

        var tags = TagRules.Read(request.Tags);
        var arn = new SnsArn(aws.Region, request.Name!).ToString();
        store.Change(state => state.Topics.GetValueOrDefault(arn) is { } existing
            ? RefuseDifferences(existing, request, tags) ?? state
            : state.With(new Topic(
                arn,
                attributes.Where(one => one.Value.Length > 0).ToImmutableSortedDictionary(StringComparer.Ordinal),
                tags)));
        return new CreateTopicResponse(arn);
    }

    private static SnsState? RefuseDifferences(
        Topic existing, CreateTopicRequest request, ImmutableSortedDictionary<string, string> tags)
    {
        if (request.Attributes?.Any(one => (existing.Attributes.GetValueOrDefault(one.Key) ?? "") != (one.Value ?? "")) == true)
        {
            throw SnsErrors.InvalidParameter("Attributes", "Topic already exists with different attributes");
        }

        return request.Tags is not null && !tags.SequenceEqual(existing.Tags)
            ? throw SnsErrors.InvalidParameter("Tags", "Topic already exists with different tags")
            : null;
    }

    private static void CheckName(string? name)
    {
        if (name?.EndsWith(".fifo", StringComparison.Ordinal) == true)
        {
            throw SnsErrors.InvalidParameter("Topic Name", "LocalAws has no FIFO topics.");
        }

        if (name is not { Length: > 0 and <= LongestName }
            || !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
        {
            throw SnsErrors.InvalidParameter("Topic Name");
        }
    }
}

/// <summary>CreateTopic's request.</summary>
internal sealed record CreateTopicRequest(
    string? Name, Dictionary<string, string?>? Attributes, IReadOnlyList<Tag>? Tags);

/// <summary>The topic that was made or found.</summary>
internal sealed record CreateTopicResponse(string TopicArn);
