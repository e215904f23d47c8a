using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Workers.IntegrationTests.Telemetry;

/// <summary>A collector that keeps what it is sent, by OTLP's gRPC or its HTTP with protobuf.</summary>
internal sealed class OtlpListener : IAsyncDisposable
{
    private const int GrpcPrefix = 5;   // one byte says whether it is compressed, four how long it is

    private readonly WebApplication _app;

    private OtlpListener(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public string Url => _app.Urls.Single();

    public ConcurrentQueue<OtlpSpan> Spans { get; } = [];

    public ConcurrentQueue<OtlpMetric> Metrics { get; } = [];

    public ConcurrentQueue<OtlpLog> Logs { get; } = [];

    /// <summary>The values of a header that came with the requests.</summary>
    public ConcurrentQueue<string> Tokens { get; } = [];

    public static async Task<OtlpListener> StartAsync(HttpProtocols protocol, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocol));
        var app = builder.Build();
        var listener = new OtlpListener(app);
        app.MapPost("/v1/traces", context => listener.TakeAsync(context, listener.TakeSpans));
        app.MapPost("/v1/metrics", context => listener.TakeAsync(context, listener.TakeMetrics));
        app.MapPost("/v1/logs", context => listener.TakeAsync(context, listener.TakeLogs));
        app.MapPost(
            "/opentelemetry.proto.collector.trace.v1.TraceService/Export", context => listener.TakeAsync(context, listener.TakeSpans));
        app.MapPost(
            "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export",
            context => listener.TakeAsync(context, listener.TakeMetrics));
        app.MapPost("/opentelemetry.proto.collector.logs.v1.LogsService/Export", context => listener.TakeAsync(context, listener.TakeLogs));
        await app.StartAsync(cancellationToken);
        return listener;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context, Action<ProtoMessage> take)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        Tokens.Enqueue(context.Request.Headers["x-token"].ToString());
        var isGrpc = context.Request.ContentType == "application/grpc";
        take(new ProtoMessage(body.ToArray().AsMemory(isGrpc ? GrpcPrefix : 0)));
        if (isGrpc)
        {
            context.Response.ContentType = "application/grpc";
            context.Response.DeclareTrailer("grpc-status");
            await context.Response.Body.WriteAsync(new byte[GrpcPrefix], context.RequestAborted);   // an empty message
            context.Response.AppendTrailer("grpc-status", "0");
        }
    }

    private void TakeSpans(ProtoMessage request) => Keep(Spans, OtlpSpan.In(request));

    private void TakeMetrics(ProtoMessage request) => Keep(Metrics, OtlpMetric.In(request));

    private void TakeLogs(ProtoMessage request) => Keep(Logs, OtlpLog.In(request));

    private static void Keep<T>(ConcurrentQueue<T> kept, IEnumerable<T> taken)
    {
        foreach (var one in taken)
        {
            kept.Enqueue(one);
        }
    }
}
