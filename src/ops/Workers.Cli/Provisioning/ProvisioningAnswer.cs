using Workers.Provisioning;

namespace Workers.Cli.Provisioning;

/// <summary>What apply, plan or destroy did, or would do.</summary>
/// <param name="Command">Which of them.</param>
/// <param name="Endpoint">Where.</param>
/// <param name="Prefix">The prefix of every name.</param>
/// <param name="IsComplete">Whether it came to its end; if not, the resources are those that were visited until then.</param>
/// <param name="Resources">Each resource that was visited.</param>
/// <param name="Counts">How many of them had which change.</param>
internal sealed record ProvisioningAnswer(
    string Command,
    Uri Endpoint,
    string Prefix,
    bool IsComplete,
    IReadOnlyList<ProvisionedResource> Resources,
    IReadOnlyDictionary<string, int> Counts)
{
    public static ProvisioningAnswer Of(
        string command, Uri endpoint, string prefix, bool isComplete, IReadOnlyList<ProvisionedResource> resources) => new(
        command,
        endpoint,
        prefix,
        isComplete,
        resources,
        resources.CountBy(resource => resource.Change).OrderBy(count => count.Key).ToDictionary(count => Word(count.Key), count => count.Value));

    public static string Word(Change change) => change.ToString().ToLowerInvariant();
}
