namespace Workers.Provisioning;

/// <summary>One resource and what became of it.</summary>
/// <param name="Kind">What it is, in AWS's words, for example <c>queue policy</c>.</param>
/// <param name="Name">Its name, prefix included.</param>
/// <param name="Change">What was done; with a plan, what would be.</param>
/// <param name="Differences">What of it differed from the topology, or why it failed; else empty.</param>
public sealed record ProvisionedResource(string Kind, string Name, Change Change, IReadOnlyList<string> Differences);
