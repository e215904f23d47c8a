namespace Workers.IntegrationTests.Telemetry;

public sealed class WhenTheFleetIsObserved : IClassFixture<TracedFleet>
{
    private readonly OtlpListener _collector;

    public WhenTheFleetIsObserved(TracedFleet fleet)
    {
        fleet.RequireTransactions();
        _collector = fleet.Collector;
    }

    private OtlpSpan Request => Assert.Single(_collector.Spans, span => span is { Service: "producer", ParentSpanId: "" } && span.Name.TrimEnd('/') == "POST /orders");

    private List<OtlpSpan> Trace => [.. _collector.Spans.Where(span => span.TraceId == Request.TraceId)];

    [Fact]
    public void One_trace_spans_the_request_the_bus_the_queues_the_handlers_and_the_events_that_they_emit()
    {
        var placed = Request;
        Assert.Equal(placed.SpanId, Span("producer", "publish").ParentSpanId);
        var reserving = Span("inventory", "process", placed);
        Span("inventory", "publish", reserving);
        var receipt = Span("notification", "process", placed);
        var confirmation = Span("notification", "process", reserving);
        Span("analytics", "process", placed);
        Span("analytics", "process", reserving);
        Span("analytics", "process", receipt);
        Span("analytics", "process", confirmation);
        var paying = Span("orders", "process", Span("payments", "process", reserving));
        var shipping = Span("shipping", "process", paying);
        Span("inventory", "process", shipping);
        Span("orders", "process", shipping);
    }

    [Fact]
    public void Each_service_sends_its_own_spans_once() =>
        Assert.Distinct(_collector.Spans.Select(span => span.SpanId));

    [Fact]
    public void A_handlers_span_says_what_was_handled()
    {
        var span = Span("inventory", "process", Request);

        Assert.Equal("aws_sqs", span.Attributes["messaging.system"]);
        Assert.EndsWith("inventory-queue", span.Attributes["messaging.destination.name"], StringComparison.Ordinal);
        Assert.Equal("1", span.Attributes["workers.receive.count"]);
    }

    [Fact]
    public void The_requests_span_says_what_was_asked_and_answered()
    {
        Assert.Equal("/orders", Request.Attributes["url.path"]);
        Assert.Equal("202", Request.Attributes["http.response.status_code"]);
    }

    [Fact]
    public void Probes_are_no_spans() =>
        Assert.DoesNotContain(_collector.Spans, span => span.Attributes.GetValueOrDefault("url.path", "").StartsWith("/health", StringComparison.Ordinal));

    [Theory]
    [InlineData("inventory", "messaging.process.duration")]
    [InlineData("inventory", "messaging.client.operation.duration")]
    [InlineData("inventory", "workers.calls")]
    [InlineData("inventory", "workers.messages.in_flight")]
    [InlineData("inventory", "workers.messages.waiting")]
    [InlineData("inventory", "workers.messages.oldest")]
    [InlineData("inventory", "workers.messages.settled")]
    [InlineData("inventory", "workers.messages.sent_to_handled")]
    [InlineData("inventory", "workers.receive.fill")]
    [InlineData("inventory", "workers.leases.margin")]
    [InlineData("inventory", "workers.effects.group.size")]
    [InlineData("inventory", "workers.events.published")]
    [InlineData("orders", "messaging.process.duration")]
    [InlineData("payments", "workers.payments.charges")]
    [InlineData("notification", "messaging.process.duration")]
    [InlineData("analytics", "workers.messages.settled")]
    [InlineData("producer", "messaging.client.operation.duration")]
    [InlineData("producer", "workers.events.published")]
    [InlineData("producer", "http.server.request.duration")]
    [InlineData("producer", "http.client.request.duration")]
    public void Metrics_arrive_under_the_service_that_measured_them(string service, string name) =>
        Assert.Contains(_collector.Metrics, metric => metric.Service == service && metric.Name == name);

    [Fact]
    public void No_service_sends_what_another_measured() =>
        Assert.DoesNotContain(_collector.Metrics, metric => metric is { Service: "producer", Meter: "Workers.Engine" or "Workers.Effects" });

    [Fact]
    public void A_messages_log_line_carries_its_ids_and_its_trace()
    {
        var line = Assert.Single(_collector.Logs, log =>
            log.Service == "inventory"
            && log.TraceId == Request.TraceId
            && log.Attributes.GetValueOrDefault("detailType") == "Order Placed");

        Assert.Contains("done", line.Text, StringComparison.Ordinal);
        Assert.Equal("1", line.Attributes["receiveCount"]);
        Assert.EndsWith("inventory-queue", line.Attributes["queue"], StringComparison.Ordinal);
        Assert.All(["messageId", "eventId", "correlationId"], id => Assert.NotEmpty(line.Attributes[id]));
    }

    [Fact]
    public void The_exporters_send_the_configured_headers() => Assert.All(_collector.Tokens, token => Assert.Equal("let-me-in", token));

    private OtlpSpan Span(string service, string operation, OtlpSpan? parent = null) =>
        Assert.Single(Trace, span =>
            span.Service == service
            && span.Name.StartsWith($"{operation} ", StringComparison.Ordinal)
            && (parent is null || span.ParentSpanId == parent.SpanId));
}
