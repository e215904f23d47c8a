using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workers.Contracts;
using Workers.Defaults;
using Workers.Events.Publishing;

namespace Workers.Benchmarks.Effects;

/// <summary>The inventory worker as it is written with nothing but the SDK.</summary>
internal sealed class TextbookWorker(TextbookLoops loops, TextbookHandler handler) : BackgroundService
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddWorkerDefaults("inventory", Topology.SettingsSections);
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services.AddSingleton<TextbookLoops>().AddSingleton<TextbookHandler>();
        builder.Services.AddHostedService<TextbookWorker>();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loops.RunAsync(
        Topology.InventoryQueue,
        read => handler.HandleAsync(EffectsPath.MessageOf(read), CancellationToken.None),
        stoppingToken);
}
