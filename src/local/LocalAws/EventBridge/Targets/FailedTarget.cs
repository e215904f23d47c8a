namespace LocalAws.EventBridge.Targets;

/// <summary>A target that could not be changed.</summary>
internal sealed record FailedTarget(string TargetId, string ErrorCode, string ErrorMessage);
