using LocalAws.Http;

namespace LocalAws.StepFunctions.Operations;

internal sealed record TagRequest(string? ResourceArn, IReadOnlyList<Tag>? Tags, IReadOnlyList<string>? TagKeys);

internal sealed record TagList(IReadOnlyList<Tag> Tags);

/// <summary>TagResource, UntagResource and ListTagsForResource.</summary>
internal sealed class TagOperations(Store store)
{
    public Nothing Add(TagRequest request, AwsRequest aws)
    {
        Constrain(request).Require("tags", request.Tags).Tags(request.Tags).Check();
        store.AddTags(request.ResourceArn, request.Tags!);
        return new Nothing();
    }

    public Nothing Remove(TagRequest request, AwsRequest aws)
    {
        Constrain(request).Require("tagKeys", request.TagKeys).Check();
        store.RemoveTags(request.ResourceArn, request.TagKeys!);
        return new Nothing();
    }

    public TagList List(TagRequest request, AwsRequest aws)
    {
        Constrain(request).Check();
        return new TagList(store.Tags(request.ResourceArn));
    }

    private static Constraints Constrain(TagRequest request) => new Constraints().Text("resourceArn", request.ResourceArn, 1, 256);
}
