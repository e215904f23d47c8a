using Workers.Contracts;
using YamlDotNet.RepresentationModel;

namespace Workers.Tests.Shipping;

public sealed class WhenAnOverlayIsRendered
{
    // What the API server would miss, by kind.
    private static readonly Dictionary<string, string[][]> Required = new()
    {
        ["Namespace"] = [],
        ["ServiceAccount"] = [],
        ["ConfigMap"] = [["data"]],
        ["Deployment"] = [["spec", "selector", "matchLabels"], ["spec", "template", "metadata", "labels"], ["spec", "template", "spec", "containers"]],
        ["Job"] = [["spec", "template", "spec", "restartPolicy"], ["spec", "template", "spec", "containers"]],
        ["CronJob"] = [["spec", "schedule"], ["spec", "jobTemplate", "spec", "template", "spec", "restartPolicy"]],
        ["Service"] = [["spec", "selector"], ["spec", "ports"]],
        ["PodDisruptionBudget"] = [["spec", "selector", "matchLabels"], ["spec", "maxUnavailable"]],
        ["NetworkPolicy"] = [["spec", "podSelector"], ["spec", "policyTypes"]],
        ["ScaledObject"] = [["spec", "scaleTargetRef", "name"], ["spec", "triggers"], ["spec", "fallback", "failureThreshold"], ["spec", "fallback", "replicas"]],
        ["TriggerAuthentication"] = [["spec", "podIdentity", "provider"]],
    };

    [Theory]
    [MemberData(nameof(Overlay.Names), MemberType = typeof(Overlay))]
    public void Every_resource_has_what_its_schema_requires(string overlay) => Assert.All(Overlay.Render(overlay).Resources, resource =>
    {
        Assert.NotNull(resource.TextAt("apiVersion"));
        Assert.NotNull(resource.Name());
        Assert.All(Required[resource.Kind()], path => Assert.NotNull(resource.At(path)));
    });

    [Theory]
    [MemberData(nameof(Overlay.Names), MemberType = typeof(Overlay))]
    public void A_deployment_selects_its_own_pods_and_no_others(string overlay)
    {
        var workloads = Overlay.Render(overlay).Workloads.ToList();

        Assert.All(workloads.Where(workload => workload.Kind() == "Deployment"), deployment =>
            Assert.Equal([deployment], Selected(workloads, deployment.TextsAt("spec", "selector", "matchLabels"))));
    }

    [Theory]
    [MemberData(nameof(Overlay.Names), MemberType = typeof(Overlay))]
    public void Services_and_budgets_select_pods_and_services_name_their_ports(string overlay)
    {
        var rendered = Overlay.Render(overlay);

        Assert.All(rendered.OfKind("Service"), service =>
        {
            var pods = Assert.Single(Selected(rendered.Workloads, service.TextsAt("spec", "selector")));
            var ports = pods.Containers().SelectMany(container => container.ItemsAt("ports")).Select(port => port.TextAt("name"));
            Assert.Empty(service.ItemsAt("spec", "ports").Select(port => port.TextAt("targetPort")).Except(ports));
        });
        Assert.Equal(
            Topology.Deployables.Select(deployable => deployable.Name).Order(),
            rendered.OfKind("PodDisruptionBudget").Select(Resource.Name).Order());
        Assert.All(rendered.OfKind("PodDisruptionBudget"), budget =>
        {
            Assert.Single(Selected(rendered.Workloads, budget.TextsAt("spec", "selector", "matchLabels")));
            Assert.Equal("1", budget.TextAt("spec", "maxUnavailable"));
        });
    }

    [Theory]
    [MemberData(nameof(Overlay.Names), MemberType = typeof(Overlay))]
    public async Task Every_variable_of_a_host_binds_to_an_option_and_the_options_are_valid(string overlay)
    {
        var rendered = Overlay.Render(overlay);

        await Assert.AllAsync(ContainerHost.All, async host =>
        {
            var container = rendered.The("Deployment", host).Containers().Single();
            await using var configured = new ContainerHost(host, rendered.EnvironmentOf(container));

            Assert.Empty(configured.Unread());
        });
    }

    [Theory]
    [MemberData(nameof(Overlay.Names), MemberType = typeof(Overlay))]
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
        Assert.All(ContainerHost.All, host =>
        {
            Assert.Equal(host, rendered.The("Deployment", host).Pod().TextAt("serviceAccountName"));
            rendered.The("ServiceAccount", host);
        });
    }

    [Theory]
    [MemberData(nameof(Overlay.Names), MemberType = typeof(Overlay))]
    public void Every_image_has_a_version(string overlay) =>
        Assert.All(
            Overlay.Render(overlay).Workloads.SelectMany(Resource.Containers),
            container => Assert.True(Images.IsPinned(container.TextAt("image")!), container.TextAt("image")));

    private static IEnumerable<YamlNode> Selected(IEnumerable<YamlNode> workloads, IReadOnlyDictionary<string, string> selector) =>
        workloads.Where(workload => selector.Selects(workload.PodLabels()));
}
