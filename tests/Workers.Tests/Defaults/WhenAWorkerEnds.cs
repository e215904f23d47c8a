using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workers.Defaults;

namespace Workers.Tests.Defaults;

public sealed class WhenAWorkerEnds
{
    [Fact]
    public async Task Its_exit_code_is_0_after_an_ordinary_stop()
    {
        await using var app = WorkerHost.Builder().Build();
        app.Lifetime.ApplicationStarted.Register(app.Lifetime.StopApplication);

        Assert.Equal(0, await WorkerApplication.RunUntilStoppedAsync(app));
    }

    [Fact]
    public async Task Its_exit_code_is_1_where_a_background_service_failed()
    {
        var builder = WorkerHost.Builder();
        builder.Services.AddHostedService<Failing>();
        await using var app = builder.Build();

        Assert.Equal(1, await WorkerApplication.RunUntilStoppedAsync(app));
    }

    [Fact]
    public async Task Its_exit_code_is_1_where_it_could_not_start()
    {
        await using var app = WorkerHost.Builder(settings: ("Workers:Prefix", "no spaces please")).Build();

        Assert.Equal(1, await WorkerApplication.RunUntilStoppedAsync(app));
    }

    private sealed class Failing : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new InvalidOperationException("The queue does not exist.");
        }
    }
}
