using System.Globalization;
using Workers.Contracts;
using Workers.Contracts.Resources;
using YamlDotNet.RepresentationModel;

namespace Workers.Tests.Shipping;

public sealed class WhenAWorkerIsScaled
{
    public static TheoryData<string> Names => [.. ContainerHost.Workers];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_by_the_length_of_its_own_queues(string worker)
    {
        Assert.Equal(ConsumptionsOf(worker).Select(consumes => consumes.Queue.Name), Triggers(worker).Select(trigger => QueueOf(trigger).Segments[^1]));
        Assert.All(Triggers(worker), trigger =>
        {
            Assert.Equal("aws-sqs-queue", trigger.TextAt("type"));
            Assert.Equal(["/", "111122223333/"], QueueOf(trigger).Segments[..2]);
            Assert.Equal($"sqs.{trigger.TextAt("metadata", "awsRegion")}.amazonaws.com", QueueOf(trigger).Host);
        });
        Assert.Equal(worker, Scaled(worker).TextAt("spec", "scaleTargetRef", "name"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_one_pod_has_in_flight_asks_for_no_second_one(string worker)
    {
        await using var host = new ContainerHost(worker, new Dictionary<string, string> { ["AWS__Region"] = "us-east-1" });

        Assert.All(ConsumptionsOf(worker).Zip(Triggers(worker)), scaled => Assert.True(
            Number(scaled.Second, "metadata", "queueLength") > host.Consumers[scaled.First.Name].MaxInFlight));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Messages_in_flight_count_or_pods_would_go_while_they_work(string worker)
    {
        Assert.All(Triggers(worker), trigger => Assert.NotEqual("false", trigger.TextAt("metadata", "scaleOnInFlight")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_shrinks_by_one_pod_at_a_time(string worker)
    {
        var down = Scaled(worker).At("spec", "advanced", "horizontalPodAutoscalerConfig", "behavior", "scaleDown")!;
        var policy = Assert.Single(down.ItemsAt("policies"));

        Assert.Equal(("Pods", "1"), (policy.TextAt("type"), policy.TextAt("value")));
        Assert.True(Number(down, "stabilizationWindowSeconds") >= 300);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_never_shrinks_because_SQS_cannot_be_asked(string worker)
    {
        var spec = Scaled(worker).At("spec")!;

        Assert.Equal("currentReplicasIfHigher", spec.TextAt("fallback", "behavior"));
        Assert.InRange(Number(spec, "fallback", "replicas"), Number(spec, "minReplicaCount"), Number(spec, "maxReplicaCount"));
    }

    [Fact]
    public void No_deployment_resets_what_KEDA_has_set()
    {
        var overlay = Overlay.Render("eks");

        Assert.All(overlay.OfKind("ScaledObject"), scaled => Assert.Null(overlay.The("Deployment", scaled.Name()).At("spec", "replicas")));
    }

    private static IEnumerable<Consumption> ConsumptionsOf(string worker) =>
        Topology.Workers.First(deployable => deployable.Name == worker).Consumptions;

    private static YamlNode Scaled(string worker) => BaseManifest.ScaledObjectOf(worker);

    private static IEnumerable<YamlNode> Triggers(string worker) => Scaled(worker).ItemsAt("spec", "triggers");

    private static Uri QueueOf(YamlNode trigger) => new(trigger.TextAt("metadata", "queueURL")!);

    private static int Number(YamlNode node, params ReadOnlySpan<string> path) =>
        int.Parse(node.TextAt(path)!, CultureInfo.InvariantCulture);
}
