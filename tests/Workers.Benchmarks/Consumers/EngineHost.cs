using System.Globalization;
using Amazon.SQS;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Engine;

namespace Workers.Benchmarks.Consumers;

/// <summary>A host that does nothing but consume one queue, as a worker does: without logging, and with meters that nobody reads.</summary>
internal static class EngineHost
{
    public static IHost Build(IAmazonSQS sqs, string queue, NoOpHandler handler, EngineSettings settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Workers:Benchmark:MaxInFlight"] = settings.MaxInFlight.ToString(CultureInfo.InvariantCulture);
        builder.Configuration["Workers:Benchmark:WaitTime"] = settings.WaitTime.ToString();
        builder.Configuration["Workers:Benchmark:DrainLimit"] = settings.DrainLimit.ToString();
        builder.Services.AddSingleton(sqs);
        builder.Services.AddMetrics();
        builder.Services.AddContracts();
        builder.AddQueueConsumer("Benchmark", queue, "Workers:Benchmark").Handles<OrderPlaced>(nameof(NoOpHandler), _ => handler);
        return builder.Build();
    }
}
