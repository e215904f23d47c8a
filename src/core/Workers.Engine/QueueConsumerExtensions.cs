using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workers.Engine.Health;
using Workers.Engine.Hosting;
using Workers.Engine.Telemetry;
using Workers.Events;
using Workers.Events.Settings;
using Workers.Events.Telemetry;

namespace Workers.Engine;

/// <summary>The way in: one call per queue.</summary>
public static class QueueConsumerExtensions
{
    /// <summary>
    /// Consumes a queue for as long as the host runs: at-least-once delivery, in any order. The handlers are named on what is
    /// returned. The host must provide an <c>IAmazonSQS</c> and the event registry, and may provide another <c>IAmazonSQS</c> for
    /// long polls (<see cref="PollingClient"/>). Health checks are tagged <c>live</c> and <c>ready</c>, and a <see cref="QueueControl"/>
    /// is registered under the consumer's name. A queue that does not exist ends the process with exit code 1. Where a host has several
    /// consumers, set <see cref="HostOptions.ServicesStopConcurrently"/>, so that they drain side by side.
    /// </summary>
    /// <param name="builder">The host being built.</param>
    /// <param name="name">The consumer's name; with a handler's name behind it, it begins that handler's idempotency keys.</param>
    /// <param name="queue">The queue's unprefixed name.</param>
    /// <param name="section">The configuration section that its options are bound from; null: they are set in code alone.</param>
    public static QueueConsumerBuilder AddQueueConsumer(
        this IHostApplicationBuilder builder, string name, string queue, string? section = null)
    {
        var services = builder.Services;
        var consumer = new QueueConsumerBuilder(name, queue, section, services);
        var options = services.AddOptions<QueueConsumerOptions>(name).ValidateOnStart();
        if (section is not null)
        {
            options.BindSettings(section);
        }

        services.AddSingleton<IValidateOptions<QueueConsumerOptions>>(provider => new QueueConsumerOptionsValidator(
            consumer, provider.GetRequiredService<IOptions<HostOptions>>()));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new Jitter(new Random()));
        services.AddActivitySource(Names.Engine);
        services.AddConsumerHealth(name);
        services.AddKeyedSingleton(name, new QueueControl());
        services.AddSingleton(consumer);   // so that its handlers' names can be told
        services.AddSingleton<IHostedService>(provider => Service(consumer, provider));
        return consumer;
    }

    private static void AddConsumerHealth(this IServiceCollection services, string name)
    {
        services.AddKeyedSingleton(name, (provider, _) => new ConsumerHealth(provider.GetRequiredService<TimeProvider>()));
        services.AddHealthChecks()
            .Add(new HealthCheckRegistration(
                $"{name} receives", provider => new LivenessCheck(HealthOf(provider)), HealthStatus.Unhealthy, ["live"]))
            .Add(new HealthCheckRegistration(
                $"{name} consumes", provider => new ReadinessCheck(HealthOf(provider)), HealthStatus.Degraded, ["ready"]));

        ConsumerHealth HealthOf(IServiceProvider provider) => provider.GetRequiredKeyedService<ConsumerHealth>(name);
    }

    private static QueueConsumerService Service(QueueConsumerBuilder consumer, IServiceProvider provider)
    {
        var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger($"Workers.Engine.{consumer.Name}");
        return new(
            new ConsumerOpener(consumer, provider, logger), provider.GetRequiredService<IHostApplicationLifetime>(), logger);
    }
}
