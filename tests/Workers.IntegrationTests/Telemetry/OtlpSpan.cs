namespace Workers.IntegrationTests.Telemetry;

/// <summary>A span as a collector gets it.</summary>
internal sealed record OtlpSpan(
    string Service, string TraceId, string SpanId, string ParentSpanId, string Name, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>The spans of an <c>ExportTraceServiceRequest</c>.</summary>
    public static IEnumerable<OtlpSpan> In(ProtoMessage request) =>
        from resource in request.Messages(1)
        let service = resource.Messages(1).Single().Attributes(1)["service.name"]
        from scope in resource.Messages(2)
        from span in scope.Messages(2)
        select new OtlpSpan(service, span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), span.Attributes(9));
}
