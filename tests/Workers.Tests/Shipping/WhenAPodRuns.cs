namespace Workers.Tests.Shipping;

public sealed class WhenAPodRuns
{
    [Theory]
    [MemberData(nameof(Overlay.Names), MemberType = typeof(Overlay))]
    public void A_host_is_probed_for_its_own_state_alone(string overlay)
    {
        var rendered = Overlay.Render(overlay);

        Assert.All(ContainerHost.All, host =>
        {
            var container = rendered.The("Deployment", host).Containers().Single();
            var port = Assert.Single(container.ItemsAt("ports"));

            Assert.Equal(("http", "8080"), (port.TextAt("name"), port.TextAt("containerPort")));
            Assert.Equal("/health/live", container.TextAt("livenessProbe", "httpGet", "path"));
            Assert.Equal("/health/ready", container.TextAt("readinessProbe", "httpGet", "path"));
            Assert.Equal("http", container.TextAt("livenessProbe", "httpGet", "port"));
            Assert.Equal("http", container.TextAt("readinessProbe", "httpGet", "port"));
        });
    }

    [Theory]
    [MemberData(nameof(Overlay.Names), MemberType = typeof(Overlay))]
    public void Every_pod_is_confined(string overlay) => Assert.All(Overlay.Render(overlay).Workloads, workload =>
    {
        Assert.Equal("false", workload.Pod().TextAt("automountServiceAccountToken"));
        Assert.Equal("true", workload.Pod().TextAt("securityContext", "runAsNonRoot"));
        Assert.Equal("RuntimeDefault", workload.Pod().TextAt("securityContext", "seccompProfile", "type"));
        Assert.All(workload.Containers(), container =>
        {
            Assert.Equal("false", container.TextAt("securityContext", "allowPrivilegeEscalation"));
            Assert.Equal("true", container.TextAt("securityContext", "readOnlyRootFilesystem"));
            Assert.Equal(["ALL"], container.ListAt("securityContext", "capabilities", "drop"));
        });
    });

    [Theory]
    [MemberData(nameof(Overlay.Names), MemberType = typeof(Overlay))]
    public void Memory_is_promised_as_it_is_limited_and_the_processor_is_not_limited(string overlay) =>
        Assert.All(Overlay.Render(overlay).Workloads.SelectMany(Resource.Containers), container =>
        {
            Assert.Equal(container.TextAt("resources", "requests", "memory"), container.TextAt("resources", "limits", "memory"));
            Assert.NotNull(container.TextAt("resources", "requests", "cpu"));
            Assert.Equal(["memory"], container.MapAt("resources", "limits").Keys);
        });

    [Theory]
    [MemberData(nameof(Overlay.Names), MemberType = typeof(Overlay))]
    public void Hosts_spread_over_zones_and_nodes(string overlay)
    {
        var rendered = Overlay.Render(overlay);

        Assert.All(ContainerHost.All, host =>
        {
            var deployment = rendered.The("Deployment", host);
            var constraints = deployment.Pod().ItemsAt("topologySpreadConstraints").ToList();

            Assert.Equal(
                ["topology.kubernetes.io/zone", "kubernetes.io/hostname"], constraints.Select(constraint => constraint.TextAt("topologyKey")));
            Assert.All(constraints, constraint =>
            {
                Assert.True(constraint.TextsAt("labelSelector", "matchLabels").Selects(deployment.PodLabels()));
                Assert.Contains("app.kubernetes.io/name", constraint.ListAt("matchLabelKeys"));
            });
        });
    }

    [Theory]
    [MemberData(nameof(Overlay.Names), MemberType = typeof(Overlay))]
    public void The_producer_is_called_only_from_namespaces_that_somebody_chose(string overlay)
    {
        var ingress = Assert.Single(Overlay.Render(overlay).The("NetworkPolicy", "producer").ItemsAt("spec", "ingress"));

        Assert.Equal(
            "yes", Assert.Single(ingress.ItemsAt("from")).TextsAt("namespaceSelector", "matchLabels")["workers/calls-producer"]);
    }

    [Theory]
    [MemberData(nameof(Overlay.Names), MemberType = typeof(Overlay))]
    public void A_host_reaches_names_AWS_collectors_and_its_credentials_and_nothing_else(string overlay)
    {
        var rendered = Overlay.Render(overlay);
        var everyHost = rendered.The("NetworkPolicy", "workers");

        Assert.All(ContainerHost.All, host => Assert.True(everyHost
            .TextsAt("spec", "podSelector", "matchLabels").Selects(rendered.The("Deployment", host).PodLabels())));
        Assert.Equal(["Ingress", "Egress"], everyHost.ListAt("spec", "policyTypes"));
        Assert.Empty(everyHost.ItemsAt("spec", "ingress"));
        Assert.Equal(
            ["53,53", "443", "80", "4317,4318"],
            everyHost.ItemsAt("spec", "egress").Select(rule => string.Join(',', rule.ItemsAt("ports").Select(port => port.TextAt("port")))));
        Assert.All(
            everyHost.ItemsAt("spec", "egress").SelectMany(rule => rule.ItemsAt("to")),
            to => Assert.True(to.TextAt("ipBlock", "cidr") is not null || to.TextsAt("podSelector", "matchLabels").Count > 0, "it names pods or addresses"));
        Assert.All(
            everyHost.ItemsAt("spec", "egress").Where(rule => rule.ItemsAt("ports").Any(port => port.TextAt("port") == "80")),
            rule => Assert.Equal(["169.254.170.23/32", "fd00:ec2::23/128"], rule.ItemsAt("to").Select(to => to.TextAt("ipBlock", "cidr"))));
    }
}
