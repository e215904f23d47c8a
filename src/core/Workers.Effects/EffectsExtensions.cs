using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Effects.Committing;
using Workers.Effects.Grouping;
using Workers.Effects.Leases;
using Workers.Effects.Transactions;
using Workers.Events;

namespace Workers.Effects;

/// <summary>Registers what makes effects happen once.</summary>
public static class EffectsExtensions
{
    /// <summary>
    /// Lets handlers decide (<c>.Decides</c>) and run leased effects (<see cref="ILeasedEffects"/>). Needs
    /// <c>IAmazonDynamoDB</c>, the event registry and an event publisher among the services. Options are bound from
    /// <c>Workers:Effects</c> and validated at start.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="markerTable">The unprefixed name of the table of markers and claims, shared by the fleet.</param>
    public static IHostApplicationBuilder AddEffects(this IHostApplicationBuilder builder, string markerTable)
    {
        var services = builder.Services;
        services.AddOptions<EffectsOptions>()
            .Configure(options => options.MarkerTable = markerTable)
            .BindConfiguration(EffectsOptions.Section)
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EffectsOptions>, EffectsOptionsValidation>());
        services.AddOptions<ResourceNaming>().BindConfiguration("Workers");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new Backoff(
            new Random(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<EffectsOptions>>()));
        services.AddSingleton<EffectsMetrics>();

        services.AddSingleton<WriteTranslator>();
        services.AddSingleton<ItemReader>();
        services.AddSingleton<ITransactionStore, DynamoTransactionStore>();
        services.AddSingleton<TransactionRunner>();

        services.AddSingleton<Markers>();
        services.AddSingleton<Emitter>();
        services.AddSingleton<OutageGuard>();

        services.AddSingleton<GroupDecisions>();
        services.AddSingleton<GroupAttempts>();
        services.AddSingleton<GroupPublisher>();

        services.AddSingleton<IClaimStore, DynamoClaimStore>();
        services.AddSingleton<Claims>();
        services.AddSingleton<EffectRecorder>();
        services.AddSingleton<ILeasedEffects, LeasedEffects>();
        return builder;
    }
}
