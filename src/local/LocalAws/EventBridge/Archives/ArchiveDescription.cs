namespace LocalAws.EventBridge.Archives;

/// <summary>An archive as clients see it.</summary>
internal sealed record ArchiveDescription(
    string ArchiveName, string EventSourceArn, int RetentionDays, long SizeBytes, long EventCount, DateTimeOffset CreationTime)
{
    public const string Enabled = "ENABLED";

    public string State { get; init; } = Enabled;

    /// <summary>Lists leave it out, like the description and the pattern.</summary>
    public string? ArchiveArn { get; init; }

    public string? Description { get; init; }

    public string? EventPattern { get; init; }

    public string? KmsKeyIdentifier { get; init; }

    public static ArchiveDescription Of(Archive archive)
    {
        var (count, bytes) = archive.Events.Measure();
        return new(archive.Name, archive.SourceArn, archive.RetentionDays, bytes, count, archive.CreationTime);
    }
}
