using System.Reflection;
using Amazon.DynamoDBv2;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Effects.Beats;
using Workers.Events;
using Workers.Events.Settings;

namespace Workers.Effects;

/// <summary>Registers what tells the fleet how an instance does, and what it is asked to do.</summary>
public static class BeatExtensions
{
    /// <summary>
    /// Lets the host write a row about itself and its consumers to a table, every few seconds, and obey what stands there for its queues:
    /// pause, resume, and how many messages may be in flight. What stands there is read before the first receive. Where the table cannot be
    /// reached messages are handled all the same, as they were. Needs
    /// <see cref="EffectsExtensions.AddEffects"/>.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="worker">The deployable's name, for example <c>inventory</c>.</param>
    /// <param name="table">
    /// The unprefixed name of the table: partition key <c>part</c> (S), sort key <c>name</c> (S), TTL attribute <c>expiresAt</c>.
    /// </param>
    /// <param name="configurationSection">The section that <see cref="BeatOptions"/> are bound from; null binds none.</param>
    public static IHostApplicationBuilder AddBeat(
        this IHostApplicationBuilder builder, string worker, string table, string? configurationSection = null)
    {
        var services = builder.Services;
        var options = services.AddOptions<BeatOptions>().Configure(options => options.Table = table).ValidateOnStart();
        if (configurationSection is not null)
        {
            options.BindSettings(configurationSection);
        }

        services.AddSingleton<IValidateOptions<BeatOptions>>(new BeatOptionsValidation(configurationSection ?? nameof(BeatOptions)));
        services.AddMetrics();
        services.AddSingleton(provider => new FleetTable(
            provider.GetRequiredService<IAmazonDynamoDB>(),
            provider.GetRequiredService<IOptions<ResourceNaming>>().Value.NameOf(provider.GetRequiredService<IOptions<BeatOptions>>().Value.Table)));
        services.AddSingleton<HostFigures>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<HostReport>(provider, new HostIdentity(worker, Build())));
        services.AddHostedService<BeatService>();
        return builder;
    }

    /// <summary>The version and, where it was built from a checkout, the commit.</summary>
    private static string Build() =>
        (Assembly.GetEntryAssembly() ?? typeof(BeatExtensions).Assembly).GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion ?? "unknown";
}
