namespace LocalAws.EventBridge.Archives;

/// <summary>The archive that was made or changed.</summary>
internal sealed record ArchiveResponse(string ArchiveArn, string State, DateTimeOffset CreationTime)
{
    public static ArchiveResponse Of(Archive archive) => new(archive.Arn, ArchiveDescription.Enabled, archive.CreationTime);
}
