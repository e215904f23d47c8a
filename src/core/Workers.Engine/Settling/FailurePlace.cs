namespace Workers.Engine.Settling;

/// <summary>Where a handler failed: the first method on its exception's stack that is its own, and neither .NET's nor AWS's nor this library's.</summary>
internal static class FailurePlace
{
    private const string Frame = "   at ";

    private static readonly string[] Others = ["System.", "Microsoft.", "Amazon.", "Workers.Engine.", "Workers.Effects.", "Workers.Events.", "Polly."];

    /// <summary>Namespace, class and method, without the line, which moves with each build; null where there is none.</summary>
    public static string? Of(Exception failure)
    {
        var frames = (failure.StackTrace ?? "").Split('\n')
            .Where(line => line.StartsWith(Frame, StringComparison.Ordinal))
            .Select(line => line[Frame.Length..].Split('(')[0].Trim());
        return frames.FirstOrDefault(frame => !Others.Any(other => frame.StartsWith(other, StringComparison.Ordinal)));
    }
}
