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
    public void Tag(TagResourceRequest request, AwsRequest context)
    {
        Check(request.ResourceArn);
        new Constraints().Required("tags", request.Tags).ThrowIfViolated();
        if (request.Tags is [])
        {
            throw DynamoDbErrors.Validation("Atleast one Tag needs to be provided as Input.");
        }

        var tags = TagRules.Read(request.Tags);
        Find(request.ResourceArn, context).Change(settings =>
            settings with { Tags = TagRules.RefuseTooMany(settings.Tags.SetItems(tags)) });
    }

    public void Untag(UntagResourceRequest request, AwsRequest context)
    {
        Check(request.ResourceArn);
        new Constraints().Required("tagKeys", request.TagKeys).ThrowIfViolated();
        if (request.TagKeys is [])
        {
            throw DynamoDbErrors.Validation("Atleast one Tag Key needs to be provided as Input.");
        }

        Find(request.ResourceArn, context)
            .Change(settings => settings with { Tags = settings.Tags.RemoveRange(request.TagKeys!) });
    }

    public ListTagsOfResourceResponse List(ListTagsOfResourceRequest request, AwsRequest context)
    {
        Check(request.ResourceArn);
        return new([.. Find(request.ResourceArn, context).Settings.Tags.Select(tag => new Tag(tag.Key, tag.Value))]);
    }

    /// <summary>Refuses what is no table's ARN: neither that of an index, nor with a name that no table can have.</summary>
    private static void Check(string? arn)
    {
        if (arn is null)
        {
            throw DynamoDbErrors.Validation("Invalid TableArn");
        }

        if (!arn.StartsWith("arn:", StringComparison.Ordinal)
            || arn.Split('/') is not [_, { Length: >= Constraints.MinTableName }])
        {
            throw DynamoDbErrors.Validation($"Invalid TableArn: Invalid ResourceArn provided as input {arn}");
        }
    }

    private Table Find(string? arn, AwsRequest context)
    {
        var table = regions.Of(context).Find(arn!);
        return table is not null && table.Arn == arn ? table : throw DynamoDbErrors.ArnNotFound(arn!);
    }
}
