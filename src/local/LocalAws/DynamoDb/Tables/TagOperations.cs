using LocalAws.DynamoDb.Storage;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Tables;

internal sealed record Tag(string? Key, string? Value);

internal sealed record TagResourceRequest(string? ResourceArn, IReadOnlyList<Tag>? Tags);

internal sealed record UntagResourceRequest(string? ResourceArn, IReadOnlyList<string>? TagKeys);

internal sealed record ListTagsOfResourceRequest(string? ResourceArn);

internal sealed record ListTagsOfResourceResponse(IReadOnlyList<Tag> Tags);

/// <summary>TagResource, UntagResource and ListTagsOfResource.</summary>
internal sealed class TagOperations(Regions regions)
{
    public EmptyResponse Tag(TagResourceRequest request, AwsRequest context)
    {
        new Constraints().Required("tags", request.Tags).ThrowIfViolated();
        if (request.Tags is [])
        {
            throw DynamoDbErrors.Validation("Atleast one Tag needs to be provided as Input.");
        }

        var tags = TagRules.Read(request.Tags);
        Find(request.ResourceArn, context).Change(settings =>
            settings with { Tags = TagRules.RefuseTooMany(settings.Tags.SetItems(tags)) });
        return EmptyResponse.Instance;
    }

    public EmptyResponse Untag(UntagResourceRequest request, AwsRequest context)
    {
        new Constraints().Required("tagKeys", request.TagKeys).ThrowIfViolated();
        if (request.TagKeys is [])
        {
            throw DynamoDbErrors.Validation("Atleast one Tag Key needs to be provided as Input.");
        }

        Find(request.ResourceArn, context)
            .Change(settings => settings with { Tags = settings.Tags.RemoveRange(request.TagKeys!) });
        return EmptyResponse.Instance;
    }

    public ListTagsOfResourceResponse List(ListTagsOfResourceRequest request, AwsRequest context) =>
        new([.. Find(request.ResourceArn, context).Settings.Tags.Select(tag => new Tag(tag.Key, tag.Value))]);

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
