using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Defaults;
using Workers.Engine;
using Workers.Operations;

namespace Workers.Tests.Shipping;

/// <summary>A deployable, built with exactly the environment of its container and not started.</summary>
internal sealed class ContainerHost : IAsyncDisposable
{
    /// <summary>The container that applies the topology and ends.</summary>
    public const string Provision = "provision";

    // What the SDKs of AWS and OpenTelemetry take from the environment themselves.
    private static readonly string[] ReadBySdks =
    [
        "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY",
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL",
        "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", "OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION",
    ];

    private readonly ReadSettings _settings;
    private readonly WebApplication _app;

    public ContainerHost(string deployable, IReadOnlyDictionary<string, string> environment)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        if (environment.TryGetValue("AWS_REGION", out var region))
        {
            builder.Configuration["AWS:Region"] = region;   // as the SDK would fill it in
        }

        _settings = new(environment.Where(variable => !ReadBySdks.Contains(variable.Key)));
        ((IConfigurationBuilder)builder.Configuration).Add(_settings);
        Add(deployable, builder);
        _app = builder.Build();
    }

    /// <summary>What consumes a queue. A deployable that nobody hosts fails in <c>TheDeployables</c>, and not in each spec here.</summary>
    public static IReadOnlyList<string> Workers { get; } =
        [.. HostedDeployable.All.Where(hosted => hosted.Deployable.Consumes is not null).Select(hosted => hosted.Name)];

    /// <summary>What runs until it is stopped.</summary>
    public static IReadOnlyList<string> All { get; } = [.. HostedDeployable.All.Select(hosted => hosted.Name)];

    /// <summary>The options of its consumers, by their names.</summary>
    public IReadOnlyDictionary<string, QueueConsumerOptions> Consumers =>
        _app.Services.GetServices<QueueConsumerBuilder>().ToDictionary(consumer => consumer.Name, consumer => Options<QueueConsumerOptions>(consumer.Name));

    /// <summary>Validates every option as a start would, and says which variables nothing has read.</summary>
    public IReadOnlyList<string> Unread()
    {
        _app.Services.GetRequiredService<IStartupValidator>().Validate();
        _ = Options<HostOptions>();
        return _settings.Unread();
    }

    public T Options<T>(string? name = null)
        where T : class => _app.Services.GetRequiredService<IOptionsMonitor<T>>().Get(name);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Add(string deployable, WebApplicationBuilder builder)
    {
        if (deployable == Provision)
        {
            builder.AddWorkerDefaults(Provision);   // reads what the command line reads
            return;
        }

        HostedDeployable.All.First(hosted => hosted.Name == deployable).Add(builder);
    }
}
