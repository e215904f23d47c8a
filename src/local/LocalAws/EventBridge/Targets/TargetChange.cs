namespace LocalAws.EventBridge.Targets;

/// <summary>What PutTargets and RemoveTargets could not do.</summary>
internal sealed record TargetChange(int FailedEntryCount, IReadOnlyList<FailedTarget> FailedEntries)
{
    public static TargetChange Of(IReadOnlyList<FailedTarget> failed) => new(failed.Count, failed);
}
