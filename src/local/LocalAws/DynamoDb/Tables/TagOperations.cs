using System.Collections.Immutable;
using LocalAws.DynamoDb.Storage;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Tables;

/// <summary>TagResource, UntagResource and ListTagsOfResource.</summary>
internal sealed class TagOperations(Regions regions)
{
    public EmptyResponse Tag(TagResourceRequest request, AwsRequest context)
    {
        new Constraints().Required("tags", request.Tags).ThrowIfViolated();
        var tags = Read(request.Tags);
        Find(request.ResourceArn, context).Change(settings => settings with { Tags = settings.Tags.SetItems(tags) });
        return EmptyResponse.Instance;
    }

    public EmptyResponse Untag(UntagResourceRequest request, AwsRequest context)
    {
        new Constraints().Required("tagKeys", request.TagKeys).ThrowIfViolated();
        Find(request.ResourceArn, context)
            .Change(settings => settings with { Tags = settings.Tags.RemoveRange(request.TagKeys!) });
        return EmptyResponse.Instance;
    }

    public ListTagsOfResourceResponse List(ListTagsOfResourceRequest request, AwsRequest context) =>
        new([.. Find(request.ResourceArn, context).Settings.Tags.Select(tag => new Tag(tag.Key, tag.Value))]);

    internal static ImmutableSortedDictionary<string, string> Read(IReadOnlyList<Tag>? tags)
    {
        var constraints = new Constraints();
        foreach (var (index, tag) in (tags ?? []).Index())
        {
            constraints
                .Required($"tags.{index + 1}.member.key", tag.Key)
                .Required($"tags.{index + 1}.member.value", tag.Value);
        }

        constraints.ThrowIfViolated();
        return (tags ?? []).Aggregate(
            ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
            (read, tag) => read.SetItem(tag.Key!, tag.Value!));
    }

    private Table Find(string? arn, AwsRequest context)
    {
        new Constraints().Required("resourceArn", arn).ThrowIfViolated();
        if (!arn!.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw DynamoDbErrors.Validation($"Invalid TableArn: Invalid ResourceArn provided as input {arn}");
        }

        var table = regions.Of(context).Find(arn);
        return table?.Arn == arn ? table : throw DynamoDbErrors.ArnNotFound(arn);
    }
}
