namespace Workers.IntegrationTests.Telemetry;

/// <summary>A metric as a collector gets it.</summary>
internal sealed record OtlpMetric(string Service, string Meter, string Name)
{
    /// <summary>The metrics of an <c>ExportMetricsServiceRequest</c>.</summary>
    public static IEnumerable<OtlpMetric> In(ProtoMessage request) =>
        from resource in request.Messages(1)
        let service = resource.Messages(1).Single().Attributes(1)["service.name"]
        from scope in resource.Messages(2)
        let meter = scope.Messages(1).Single().Text(1)
        from metric in scope.Messages(2)
        select new OtlpMetric(service, meter, metric.Text(1));
}
