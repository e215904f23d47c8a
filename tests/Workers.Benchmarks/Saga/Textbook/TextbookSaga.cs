using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workers.Benchmarks.Effects;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Defaults;
using Workers.Events.Publishing;

namespace Workers.Benchmarks.Saga.Textbook;

/// <summary>A deployable as the textbook has it: each of its queues is emptied by loops.</summary>
internal sealed class TextbookSaga(Deployable deployable, TextbookLoops loops, TextbookStep step) : BackgroundService
{
    public static void Add(Deployable deployable, WebApplicationBuilder builder)
    {
        builder.AddWorkerDefaults(deployable.Name, Topology.SettingsSections);
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services.AddSingleton(deployable).AddSingleton<TextbookLoops>().AddSingleton<TextbookStep>();
        builder.Services.AddHostedService<TextbookSaga>();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        deployable.Consumptions.Select(consumption => consumption.Queue.Name)
            .Select(queue => loops.RunAsync(queue, read => step.HandleAsync(queue, read), stoppingToken)));
}
