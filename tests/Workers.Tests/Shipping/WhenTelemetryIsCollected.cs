using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Workers.Tests.Shipping;

public sealed class WhenTelemetryIsCollected
{
    private static readonly YamlNode Collector =
        Yaml.DocumentsOf(Approved.PathOf("k8s", "components", "telemetry", "config.yaml")).Single();

    [Fact]
    public void Metrics_go_to_the_namespace_of_the_alarms_and_traces_to_X_Ray()
    {
        Assert.Equal("ECommerce/EventDriven", Collector.TextAt("exporters", "awsemf", "namespace"));
        Assert.Equal(["awsemf"], Collector.ListAt("service", "pipelines", "metrics", "exporters"));
        Assert.Equal(["awsxray"], Collector.ListAt("service", "pipelines", "traces", "exporters"));
    }

    [Theory]
    [InlineData("messaging.process.duration", "messaging.destination.name")]
    [InlineData("workers.messages.sent_to_handled", "messaging.destination.name")]
    [InlineData("workers.messages.settled", "messaging.destination.name,outcome")]
    [InlineData("workers.orders.deadlines.missed", "outcome")]
    [InlineData("workers.payments.refunds", "outcome")]
    [InlineData("workers.support.overdue", "outcome")]
    [InlineData("workers.support.assigned", "team")]
    [InlineData("workers.customers.onboarding.steps", "step")]
    [InlineData("http.server.request.duration", "http.response.status_code")]
    [InlineData("http.server.request.duration", "url.scheme")]
    public void What_alarms_and_dashboard_read_has_their_dimensions(string metric, string dimensions) =>
        Assert.Contains(dimensions, Collector.ItemsAt("exporters", "awsemf", "metric_declarations")
            .Where(declared => declared.ListAt("metric_name_selectors").Any(selector => Regex.IsMatch(metric, selector)))
            .SelectMany(declared => declared.ItemsAt("dimensions").Cast<YamlSequenceNode>())
            .Select(set => string.Join(',', set.Cast<YamlScalarNode>().Select(name => name.Value))));

    [Fact]
    public void Every_pipeline_is_made_of_parts_that_are_configured() =>
        Assert.All(Collector.MapAt("service", "pipelines").Values, pipeline => Assert.All(["receivers", "processors", "exporters"], part =>
            Assert.Empty(pipeline.ListAt(part).Except(Collector.MapAt(part).Keys))));
}
