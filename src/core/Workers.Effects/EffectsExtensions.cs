using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Effects.Committing;
using Workers.Effects.Grouping;
using Workers.Effects.Leases;
using Workers.Effects.Publishing;
using Workers.Effects.Rehearsals;
using Workers.Effects.Transactions;
using Workers.Engine;
using Workers.Events;
using Workers.Events.Reading;
using Workers.Events.Settings;

namespace Workers.Effects;

/// <summary>Registers what makes effects happen once.</summary>
public static class EffectsExtensions
{
    /// <summary>
    /// Lets handlers decide (<c>.Decides</c>) and run leased effects (<see cref="ILeasedEffects"/>). Needs <c>IAmazonDynamoDB</c>, the
    /// event registry and an event publisher among the services. The options are validated at start.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="markerTable">The unprefixed name of the table of markers and claims, shared by the fleet.</param>
    /// <param name="configurationSection">The section that <see cref="EffectsOptions"/> are bound from; null binds none.</param>
    public static IHostApplicationBuilder AddEffects(
        this IHostApplicationBuilder builder, string markerTable, string? configurationSection = null)
    {
        var services = builder.Services;
        var options = services.AddOptions<EffectsOptions>().Configure(options => options.MarkerTable = markerTable).ValidateOnStart();
        if (configurationSection is not null)
        {
            options.BindSettings(configurationSection);
        }

        services.AddSingleton<IValidateOptions<EffectsOptions>>(provider => new EffectsOptionsValidation(
            configurationSection, () => ClockTolerance(provider)));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new Jitter(new Random()));
        services.AddSingleton<RetryPauses>();
        services.AddSingleton<EffectsMetrics>();

        services.AddSingleton<RequestCosts>();
        services.AddSingleton<WriteTranslator>();
        services.AddSingleton<ITransactionStore, DynamoTransactionStore>();
        services.AddSingleton<TransactionRunner>();

        services.AddSingleton<Markers>();
        services.AddSingleton<EventEmitter>();
        services.AddSingleton<OutageGuard>();
        services.AddSingleton<ProcessEnd>();

        services.AddSingleton<GroupDecider>();
        services.AddSingleton<GroupCommitter>();
        services.AddSingleton<RefusedGroup>();
        services.AddSingleton<GroupPublisher>();

        services.AddSingleton(provider => new Rehearsal(
            provider,
            provider.GetRequiredService<EventRegistry>(),
            provider.GetRequiredService<ITransactionStore>(),
            provider.GetRequiredService<Markers>(),
            provider.GetRequiredService<EventEmitter>(),
            provider.GetServices<Rehearsable>(),
            provider.GetServices<QueueConsumerBuilder>()));

        services.AddSingleton<IClaimStore, DynamoClaimStore>();
        services.AddSingleton<Claims>();
        services.AddSingleton<EffectRecorder>();
        services.AddSingleton<ILeasedEffects, LeasedEffects>();
        services.AddSingleton<IConditionalWrites, ConditionalWrites>();
        return builder;
    }

    private static TimeSpan ClockTolerance(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<QueueConsumerOptions>>();
        return provider.GetServices<QueueConsumerBuilder>()
            .Select(consumer => options.Get(consumer.Name).ClockTolerance)
            .DefaultIfEmpty(TimeSpan.Zero)
            .Max();
    }
}
