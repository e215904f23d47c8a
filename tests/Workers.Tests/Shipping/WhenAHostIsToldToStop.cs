using System.Globalization;
using Microsoft.Extensions.Hosting;

namespace Workers.Tests.Shipping;

/// <summary>
/// The chain that leaves no message invisible: poll wait ≤ drain limit &lt; host's shutdown timeout &lt; what the orchestrator allows.
/// </summary>
public sealed class WhenAHostIsToldToStop
{
    public static TheoryData<string> Workers => [.. ContainerHost.Workers];

    public static TheoryData<string> Hosts => [.. ContainerHost.All];

    [Theory]
    [MemberData(nameof(Workers))]
    public async Task Its_drain_outlasts_its_polls_and_ends_within_the_shutdown(string worker)
    {
        await using var host = Host(worker);
        Assert.All(host.Consumers.Values, consumer =>
        {
            Assert.True(consumer.WaitTime <= consumer.DrainLimit);
            Assert.True(consumer.DrainLimit < host.Options<HostOptions>().ShutdownTimeout);
        });
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Kubernetes_waits_longer_than_its_shutdown_and_whatever_comes_before(string name)
    {
        await using var host = Host(name);
        var pod = Yaml.DocumentsOf(Approved.PathOf("k8s", "base", "host.yaml")).Single().Pod();
        var own = BaseManifest.DeploymentOf(name);
        var before = own.Containers().Single().TextAt("lifecycle", "preStop", "sleep", "seconds") ?? "0";

        Assert.Null(own.Pod().At("terminationGracePeriodSeconds"));
        Assert.True(Seconds(before) + host.Options<HostOptions>().ShutdownTimeout < Seconds(pod.TextAt("terminationGracePeriodSeconds")!));
    }

    private static ContainerHost Host(string name) => new(name, Environment());

    private static Dictionary<string, string> Environment() => File.ReadLines(Approved.PathOf("k8s", "base", "workers.env"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split('=', 2))
        .ToDictionary(setting => setting[0], setting => setting[1]);

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(int.Parse(text, CultureInfo.InvariantCulture));
}
