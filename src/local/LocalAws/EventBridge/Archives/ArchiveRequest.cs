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
