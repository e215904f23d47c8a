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
        var attributes = (request.Attributes ?? []).ToDictionary(one => one.Key, one => one.Value ?? "");
        var isFifo = attributes.Remove("FifoTopic", out var fifo) && fifo.Equals("true", StringComparison.OrdinalIgnoreCase);
        CheckName(request.Name, isFifo);
        foreach (var (name, value) in attributes)
        {
            TopicAttributes.Check(name, value, "Attributes");
        }

        var tags = TagRules.Read(request.Tags);
        var arn = new SnsArn(aws.Region, request.Name!).ToString();
        store.Change(state => state.Topics.GetValueOrDefault(arn) is { } existing
            ? RefuseDifferences(existing, attributes, tags) ?? state
            : state.With(new Topic(
                arn,
                attributes.Where(one => one.Value.Length > 0).ToImmutableSortedDictionary(StringComparer.Ordinal),
                tags)));
        return new CreateTopicResponse(arn);
    }

    private static SnsState? RefuseDifferences(
        Topic existing, Dictionary<string, string> attributes, ImmutableSortedDictionary<string, string> tags)
    {
        if (attributes.Any(one => (existing.Attributes.GetValueOrDefault(one.Key) ?? "") != one.Value))
        {
            throw SnsErrors.InvalidParameter("Attributes", "Topic already exists with different attributes");
        }

        return tags.Except(existing.Tags).Any()
            ? throw SnsErrors.InvalidParameter("Tags", "Topic already exists with different tags")
            : null;
    }

    private static void CheckName(string? name, bool isFifo)
    {
        if (isFifo && name?.EndsWith(".fifo", StringComparison.Ordinal) == true)
        {
            throw SnsErrors.InvalidParameter("Topic Name", "LocalAws has no FIFO topics.");
        }

        if (isFifo
            || name is not { Length: > 0 and <= LongestName }
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
