namespace Workers.Provisioning.Resources;

/// <summary>Words for what differs, as an operator reads them.</summary>
internal static class Difference
{
    /// <summary><c>VisibilityTimeout: 30 → 60</c>.</summary>
    public static string Of(string name, string? actual, string desired) => $"{name}: {actual ?? "none"} → {desired}";

    /// <summary>Tags that are missing or have another value. Tags that others put there are theirs.</summary>
    public static IReadOnlyList<string> OfTags(
        IReadOnlyDictionary<string, string> actual, IReadOnlyDictionary<string, string> desired) =>
        [
            .. from tag in desired
               let value = actual.GetValueOrDefault(tag.Key)
               where value != tag.Value
               select Of($"tag {tag.Key}", value, tag.Value),
        ];
}
