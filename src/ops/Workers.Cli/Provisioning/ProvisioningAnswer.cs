using Workers.Provisioning;

namespace Workers.Cli.Provisioning;

/// <summary>What apply, plan or destroy did, or would do.</summary>
internal sealed record ProvisioningAnswer(
    string Command, Uri Endpoint, string Prefix, IReadOnlyList<ProvisionedResource> Resources, IReadOnlyDictionary<string, int> Counts)
{
    public static ProvisioningAnswer Of(string command, Uri endpoint, string prefix, IReadOnlyList<ProvisionedResource> resources) => new(
        command,
        endpoint,
        prefix,
        resources,
        resources.CountBy(resource => resource.Change).OrderBy(count => count.Key).ToDictionary(count => Word(count.Key), count => count.Value));

    public static string Word(Change change) => change.ToString().ToLowerInvariant();
}
