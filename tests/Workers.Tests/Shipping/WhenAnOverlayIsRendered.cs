using YamlDotNet.RepresentationModel;

namespace Workers.Tests.Shipping;

public sealed class WhenAnOverlayIsRendered
{
    private static readonly string[] Hosts = [.. ContainerHost.Workers, "producer"];

    // What the API server would miss, by kind.
    private static readonly Dictionary<string, string[][]> Required = new()
    {
        ["Namespace"] = [],
        ["ServiceAccount"] = [],
        ["ConfigMap"] = [["data"]],
        ["Deployment"] = [["spec", "selector", "matchLabels"], ["spec", "template", "metadata", "labels"], ["spec", "template", "spec", "containers"]],
        ["Job"] = [["spec", "template", "spec", "restartPolicy"], ["spec", "template", "spec", "containers"]],
        ["Service"] = [["spec", "selector"], ["spec", "ports"]],
        ["PodDisruptionBudget"] = [["spec", "selector", "matchLabels"], ["spec", "maxUnavailable"]],
        ["NetworkPolicy"] = [["spec", "podSelector"], ["spec", "policyTypes"]],
        ["ScaledObject"] = [["spec", "scaleTargetRef", "name"], ["spec", "triggers"], ["spec", "fallback", "failureThreshold"], ["spec", "fallback", "replicas"]],
        ["TriggerAuthentication"] = [["spec", "podIdentity", "provider"]],
    };

    [Theory]
    [InlineData("eks")]
    [InlineData("local")]
    public void Every_resource_has_what_its_schema_requires(string overlay) => Assert.All(Overlay.Render(overlay).Resources, resource =>
    {
        Assert.NotNull(resource.TextAt("apiVersion"));
        Assert.NotNull(resource.Name());
        Assert.All(Required[resource.Kind()], path => Assert.NotNull(resource.At(path)));
    });

    [Theory]
    [InlineData("eks")]
    [InlineData("local")]
    public void A_deployment_selects_its_own_pods_and_no_others(string overlay)
    {
        var workloads = Overlay.Render(overlay).Workloads.ToList();

        Assert.All(workloads.Where(workload => workload.Kind() == "Deployment"), deployment =>
            Assert.Equal([deployment], Selected(workloads, deployment.TextsAt("spec", "selector", "matchLabels"))));
    }

    [Theory]
    [InlineData("eks")]
    [InlineData("local")]
    public void Services_and_budgets_select_pods_and_services_name_their_ports(string overlay)
    {
        var rendered = Overlay.Render(overlay);

        Assert.All(rendered.OfKind("Service"), service =>
        {
            var pods = Assert.Single(Selected(rendered.Workloads, service.TextsAt("spec", "selector")));
            var ports = pods.Containers().SelectMany(container => container.ItemsAt("ports")).Select(port => port.TextAt("name"));
            Assert.Empty(service.ItemsAt("spec", "ports").Select(port => port.TextAt("targetPort")).Except(ports));
        });
        Assert.Equal(Hosts.Order(), rendered.OfKind("PodDisruptionBudget").Select(Resource.Name).Order());
        Assert.All(rendered.OfKind("PodDisruptionBudget"), budget =>
        {
            Assert.Single(Selected(rendered.Workloads, budget.TextsAt("spec", "selector", "matchLabels")));
            Assert.Equal("1", budget.TextAt("spec", "maxUnavailable"));
        });
    }

    [Theory]
    [InlineData("eks")]
    [InlineData("local")]
    public Task Every_variable_of_a_host_binds_to_an_option_and_the_options_are_valid(string overlay) =>
        Assert.AllAsync(Hosts, async host =>
        {
            var rendered = Overlay.Render(overlay);
            var container = rendered.The("Deployment", host).Containers().Single();
            await using var configured = new ContainerHost(host, rendered.EnvironmentOf(container));

            Assert.Empty(configured.Unread());
        });

    [Theory]
    [InlineData("eks")]
    [InlineData("local")]
    public void Every_account_map_and_volume_that_a_pod_names_exists(string overlay)
    {
        var rendered = Overlay.Render(overlay);

        Assert.All(rendered.Workloads, workload =>
        {
            var volumes = workload.Pod().ItemsAt("volumes").ToList();
            var mounts = workload.Containers().SelectMany(container => container.ItemsAt("volumeMounts"));
            Assert.Equal(volumes.Select(volume => volume.TextAt("name")), mounts.Select(mount => mount.TextAt("name")));
            Assert.All(workload.Containers(), container => rendered.EnvironmentOf(container));
            Assert.All(
                volumes.Select(volume => volume.TextAt("configMap", "name")).OfType<string>(), map => rendered.The("ConfigMap", map));
        });
        Assert.All(Hosts, host =>
        {
            Assert.Equal(host, rendered.The("Deployment", host).Pod().TextAt("serviceAccountName"));
            rendered.The("ServiceAccount", host);
        });
    }

    [Theory]
    [InlineData("eks")]
    [InlineData("local")]
    public void Every_image_has_a_version(string overlay) =>
        Assert.All(
            Overlay.Render(overlay).Workloads.SelectMany(Resource.Containers),
            container => Assert.True(Images.IsPinned(container.TextAt("image")!), container.TextAt("image")));

    [Theory]
    [InlineData("eks")]
    [InlineData("local")]
    public void A_host_is_probed_for_its_own_state_alone(string overlay) => Assert.All(Hosts, host =>
    {
        var container = Overlay.Render(overlay).The("Deployment", host).Containers().Single();
        var port = Assert.Single(container.ItemsAt("ports"));

        Assert.Equal(("http", "8080"), (port.TextAt("name"), port.TextAt("containerPort")));
        Assert.Equal("/health/live", container.TextAt("livenessProbe", "httpGet", "path"));
        Assert.Equal("/health/ready", container.TextAt("readinessProbe", "httpGet", "path"));
        Assert.Equal("http", container.TextAt("livenessProbe", "httpGet", "port"));
        Assert.Equal("http", container.TextAt("readinessProbe", "httpGet", "port"));
    });

    [Theory]
    [InlineData("eks")]
    [InlineData("local")]
    public void Every_pod_is_confined(string overlay) => Assert.All(Overlay.Render(overlay).Workloads, workload =>
    {
        Assert.Equal("false", workload.Pod().TextAt("automountServiceAccountToken"));
        Assert.Equal("true", workload.Pod().TextAt("securityContext", "runAsNonRoot"));
        Assert.Equal("RuntimeDefault", workload.Pod().TextAt("securityContext", "seccompProfile", "type"));
        Assert.All(workload.Containers(), container =>
        {
            Assert.Equal("false", container.TextAt("securityContext", "allowPrivilegeEscalation"));
            Assert.Equal("true", container.TextAt("securityContext", "readOnlyRootFilesystem"));
            Assert.Equal(["ALL"], container.ItemsAt("securityContext", "capabilities", "drop").Select(Text));
        });
    });

    [Theory]
    [InlineData("eks")]
    [InlineData("local")]
    public void Memory_is_promised_as_it_is_limited_and_the_processor_is_not_limited(string overlay) =>
        Assert.All(Overlay.Render(overlay).Workloads.SelectMany(Resource.Containers), container =>
        {
            Assert.Equal(container.TextAt("resources", "requests", "memory"), container.TextAt("resources", "limits", "memory"));
            Assert.NotNull(container.TextAt("resources", "requests", "cpu"));
            Assert.Equal(["memory"], container.MapAt("resources", "limits").Keys);
        });

    [Theory]
    [InlineData("eks")]
    [InlineData("local")]
    public void Hosts_spread_over_zones_and_nodes(string overlay) => Assert.All(Hosts, host =>
    {
        var deployment = Overlay.Render(overlay).The("Deployment", host);
        var constraints = deployment.Pod().ItemsAt("topologySpreadConstraints").ToList();

        Assert.Equal(
            ["topology.kubernetes.io/zone", "kubernetes.io/hostname"], constraints.Select(constraint => constraint.TextAt("topologyKey")));
        Assert.All(constraints, constraint =>
        {
            Assert.True(constraint.TextsAt("labelSelector", "matchLabels").Selects(deployment.PodLabels()));
            Assert.Contains("app.kubernetes.io/name", constraint.ItemsAt("matchLabelKeys").Select(Text));
        });
    });

    [Theory]
    [InlineData("eks")]
    [InlineData("local")]
    public void A_host_reaches_names_AWS_collectors_and_its_credentials_and_nothing_else(string overlay)
    {
        var policies = Overlay.Render(overlay).OfKind("NetworkPolicy").ToList();
        var everyHost = policies.Single(policy => policy.Name() == "workers");

        Assert.All(Hosts, host => Assert.True(everyHost
            .TextsAt("spec", "podSelector", "matchLabels").Selects(Overlay.Render(overlay).The("Deployment", host).PodLabels())));
        Assert.Equal(["Ingress", "Egress"], everyHost.ItemsAt("spec", "policyTypes").Select(Text));
        Assert.Empty(everyHost.ItemsAt("spec", "ingress"));
        Assert.Equal(
            ["53,53", "443", "80", "4317,4318"],
            everyHost.ItemsAt("spec", "egress").Select(rule => string.Join(',', rule.ItemsAt("ports").Select(port => port.TextAt("port")))));
        Assert.All(
            everyHost.ItemsAt("spec", "egress").Where(rule => rule.ItemsAt("ports").Any(port => port.TextAt("port") == "80")),
            rule => Assert.Equal(["169.254.170.23/32", "fd00:ec2::23/128"], rule.ItemsAt("to").Select(to => to.TextAt("ipBlock", "cidr"))));
    }

    [Fact]
    public void On_EKS_every_account_has_a_role_and_nothing_has_a_key()
    {
        var rendered = Overlay.Render("eks");

        Assert.All(rendered.OfKind("ServiceAccount"), account => Assert.Equal(
            $"arn:aws:iam::111122223333:role/workers-{account.Name()}",
            account.TextAt("metadata", "annotations", "eks.amazonaws.com/role-arn")));
        Assert.DoesNotContain(
            rendered.OfKind("ConfigMap").SelectMany(map => map.TextsAt("data").Keys),
            name => name.Contains("KEY", StringComparison.Ordinal) || name.Contains("SECRET", StringComparison.Ordinal));
        Assert.Empty(rendered.OfKind("Secret"));
    }

    [Fact]
    public void On_EKS_telemetry_goes_to_the_collector_and_from_it_to_the_namespace_of_the_alarms()
    {
        var rendered = Overlay.Render("eks");
        var collector = rendered.The("Deployment", "otel-collector");
        var map = collector.Pod().ItemsAt("volumes").Single().TextAt("configMap", "name")!;
        var configuration = Yaml.Documents(rendered.The("ConfigMap", map).TextAt("data", "config.yaml")!).Single();

        Assert.All(Hosts, host => Assert.Equal(
            "http://otel-collector:4317",
            rendered.EnvironmentOf(rendered.The("Deployment", host).Containers().Single())["OTEL_EXPORTER_OTLP_ENDPOINT"]));
        Assert.Contains("4317", rendered.The("Service", "otel-collector").ItemsAt("spec", "ports").Select(port => port.TextAt("port")));
        Assert.Equal("ECommerce/EventDriven", configuration.TextAt("exporters", "awsemf", "namespace"));
        Assert.Equal(["awsemf"], configuration.ItemsAt("service", "pipelines", "metrics", "exporters").Select(Text));
        Assert.Equal(["awsxray"], configuration.ItemsAt("service", "pipelines", "traces", "exporters").Select(Text));
        Assert.All(configuration.MapAt("service", "pipelines").Values, pipeline =>
        {
            Assert.Empty(pipeline.ItemsAt("receivers").Select(Text).Except(configuration.MapAt("receivers").Keys));
            Assert.Empty(pipeline.ItemsAt("processors").Select(Text).Except(configuration.MapAt("processors").Keys));
            Assert.Empty(pipeline.ItemsAt("exporters").Select(Text).Except(configuration.MapAt("exporters").Keys));
        });
    }

    private static IEnumerable<YamlNode> Selected(IEnumerable<YamlNode> workloads, IReadOnlyDictionary<string, string> selector) =>
        workloads.Where(workload => selector.Selects(workload.PodLabels()));

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
