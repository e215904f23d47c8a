using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Lists;
using LocalAws.EventBridge.Rules;
using LocalAws.Http;

namespace LocalAws.EventBridge.Archives;

/// <summary>CreateArchive, UpdateArchive, DescribeArchive and DeleteArchive; the last two only have a name.</summary>
internal sealed record ArchiveRequest(string? ArchiveName)
{
    public string? EventSourceArn { get; init; }

    public string? Description { get; init; }

    public string? EventPattern { get; init; }

    public int? RetentionDays { get; init; }

    public string? KmsKeyIdentifier { get; init; }
}

/// <summary>The archive that was made or changed.</summary>
internal sealed record ArchiveResponse(string ArchiveArn, string State, DateTimeOffset CreationTime)
{
    public static ArchiveResponse Of(Archive archive) => new(archive.Arn, ArchiveDescription.Enabled, archive.CreationTime);
}

/// <summary>A page of ListArchives.</summary>
internal sealed record ArchivePage(IEnumerable<ArchiveDescription> Archives, string? NextToken);

/// <summary>Create, describe, list, update and delete archives.</summary>
internal sealed class ArchiveOperations(Regions regions, TimeProvider time)
{
    private const int MaxNameLength = 48;

    // An archive here is always enabled.
    private static readonly string[] States =
        [ArchiveDescription.Enabled, "DISABLED", "CREATING", "UPDATING", "CREATE_FAILED", "UPDATE_FAILED"];

    public ArchiveResponse Create(ArchiveRequest request, AwsRequest aws)
    {
        Constrain(request).SourceArn("eventSourceArn", request.EventSourceArn).Check();
        var bus = EventBridgeArn.TryParse(request.EventSourceArn) is { Kind: EventBridgeArn.Bus } arn
            ? arn.IsOfThisAccount ? arn.Path : throw EventBridgeErrors.NoBus(arn.Path)
            : throw EventBridgeErrors.MalformedArn(request.EventSourceArn!);
        var name = request.ArchiveName!;
        var archive = Apply(request, new Archive(
            name, EventBridgeArn.OfArchive(aws.Region, name), request.EventSourceArn!, bus, time.GetUtcNow()));
        regions.Change(aws.Region, region =>
        {
            region.Bus(bus);
            return region.Archives.Find(name) is null
                ? region.With(archive)
                : throw EventBridgeErrors.AlreadyExists($"Archive {name}");
        });
        return ArchiveResponse.Of(archive);
    }

    public ArchiveDescription Describe(ArchiveRequest request, AwsRequest aws)
    {
        Constrain(request).Check();
        var archive = UpToDate(regions[aws.Region].Archive(request.ArchiveName!));
        return ArchiveDescription.Of(archive) with
        {
            ArchiveArn = archive.Arn,
            Description = archive.Description,
            EventPattern = archive.Pattern?.Text,
            KmsKeyIdentifier = archive.KmsKeyIdentifier,
        };
    }

    public ArchivePage List(ListRequest request, AwsRequest aws)
    {
        request.Constrain(MaxNameLength).OneOf("state", request.State, States).Check();
        request.CheckFilters("ListArchives");

        var region = regions[aws.Region];
        if (EventBridgeArn.TryParse(request.EventSourceArn) is { } source)
        {
            region.Bus(source.Path);
        }

        var archives = region.Archives.Items
            .Where(archive => request.EventSourceArn is null || archive.SourceArn == request.EventSourceArn)
            .Where(_ => request.State is null or ArchiveDescription.Enabled);
        var page = Page<Archive>.Of(archives, request);
        return new ArchivePage(page.Items.Select(UpToDate).Select(ArchiveDescription.Of), page.NextToken);
    }

    public ArchiveResponse Update(ArchiveRequest request, AwsRequest aws)
    {
        Constrain(request).Check();
        if (request is { EventPattern: null, RetentionDays: null, Description: null })
        {
            throw EventBridgeErrors.Validation("At least one of EventPattern, RetentionDays or Description must be provided.");
        }

        var changed = regions.Change(
            aws.Region, region => region.With(Apply(request, region.Archive(request.ArchiveName!))));
        return ArchiveResponse.Of(changed.Archive(request.ArchiveName!));
    }

    public Nothing Delete(ArchiveRequest request, AwsRequest aws)
    {
        Constrain(request).Check();
        regions.Change(aws.Region, region =>
        {
            region.Archive(request.ArchiveName!);
            return region with { Archives = region.Archives.Without(request.ArchiveName!) };
        });
        return new Nothing();
    }

    /// <summary>The envelopes that an archive of any region holds, oldest first; null when there is none of that name.</summary>
    public IReadOnlyList<byte[]>? Read(string name) =>
        regions.All.Select(region => region.Archives.Find(name)).FirstOrDefault(archive => archive is not null) is { } archive
            ? [.. UpToDate(archive).Events.Read().Select(archived => archived.Utf8)]
            : null;

    private Archive UpToDate(Archive archive)
    {
        archive.DropExpired(time.GetUtcNow());
        return archive;
    }

    private static Archive Apply(ArchiveRequest request, Archive archive) => archive with
    {
        Description = request.Description ?? archive.Description,
        Pattern = request.EventPattern is { Length: > 0 } text ? PatternText.Parse(text) : archive.Pattern,
        RetentionDays = request.RetentionDays ?? archive.RetentionDays,
        KmsKeyIdentifier = request.KmsKeyIdentifier ?? archive.KmsKeyIdentifier,
    };

    private static Constraints Constrain(ArchiveRequest request) => new Constraints()
        .Name("archiveName", request.ArchiveName, MaxNameLength)
        .Line("description", request.Description, 512)
        .Length("eventPattern", request.EventPattern, 0, 4096)
        .Range("retentionDays", request.RetentionDays, 0)
        .Key("kmsKeyIdentifier", request.KmsKeyIdentifier);
}
