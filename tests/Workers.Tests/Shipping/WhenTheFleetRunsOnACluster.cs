namespace Workers.Tests.Shipping;

public sealed class WhenTheFleetRunsOnACluster
{
    [Fact]
    public void On_EKS_every_account_has_a_role_and_nothing_has_a_key()
    {
        var eks = Overlay.Render("eks");

        Assert.All(eks.OfKind("ServiceAccount"), account => Assert.Equal(
            $"arn:aws:iam::111122223333:role/workers-{account.Name()}",
            account.TextAt("metadata", "annotations", "eks.amazonaws.com/role-arn")));
        Assert.DoesNotContain(
            eks.OfKind("ConfigMap").SelectMany(map => map.TextsAt("data").Keys),
            name => name.Contains("KEY", StringComparison.Ordinal) || name.Contains("SECRET", StringComparison.Ordinal));
        Assert.Empty(eks.OfKind("Secret"));
    }

    [Fact]
    public void On_EKS_every_host_sends_its_telemetry_to_the_collector()
    {
        var eks = Overlay.Render("eks");
        var ports = eks.The("Service", "otel-collector").ItemsAt("spec", "ports").Select(port => port.TextAt("port"));

        Assert.All(ContainerHost.All, host => Assert.Equal("http://otel-collector:4317", Environment(eks, host)["OTEL_EXPORTER_OTLP_ENDPOINT"]));
        Assert.Contains("4317", ports);
    }

    [Fact]
    public void Of_ones_own_LocalAws_is_where_every_host_looks_for_AWS()
    {
        var local = Overlay.Render("local");
        var port = Assert.Single(local.The("Service", "localaws").ItemsAt("spec", "ports")).TextAt("port");
        var allowed = local.The("NetworkPolicy", "localaws");

        Assert.All(ContainerHost.All, host =>
        {
            Assert.Equal($"http://localaws:{port}", Environment(local, host)["AWS__ServiceUrl"]);
            Assert.True(allowed.TextsAt("spec", "podSelector", "matchLabels").Selects(local.The("Deployment", host).PodLabels()));
        });
    }

    private static IReadOnlyDictionary<string, string> Environment(Overlay overlay, string host) =>
        overlay.EnvironmentOf(overlay.The("Deployment", host).Containers().Single());
}
