namespace Workers.IntegrationTests.Telemetry;

/// <summary>A log line as a collector gets it.</summary>
internal sealed record OtlpLog(string Service, string Text, string TraceId, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>The lines of an <c>ExportLogsServiceRequest</c>.</summary>
    public static IEnumerable<OtlpLog> In(ProtoMessage request) =>
        from resource in request.Messages(1)
        let service = resource.Messages(1).Single().Attributes(1)["service.name"]
        from scope in resource.Messages(2)
        from log in scope.Messages(2)
        select new OtlpLog(service, log.Messages(5).Single().Text(1), log.Hex(9), log.Attributes(6));
}
