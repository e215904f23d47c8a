using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Defaults;
using Workers.Events;

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

    [Fact]
    public async Task Every_wrong_setting_is_told_at_once()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.log");
        var builder = WorkerHost.Builder(
            settings:
            [
                ("Workers:Prefix", "no spaces please"),
                ("AWS:ServiceUrl", "nowhere"),
                ("Serilog:WriteTo:0:Name", "File"),
                ("Serilog:WriteTo:0:Args:path", path),
            ]);
        builder.Services.AddHostedService<Eager>();

        await using (var app = builder.Build())
        {
            await WorkerApplication.RunUntilStoppedAsync(app);
        }

        var log = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        File.Delete(path);
        Assert.Contains("Workers:Prefix (no spaces please)", log, StringComparison.Ordinal);
        Assert.Contains("AWS:ServiceUrl (nowhere)", log, StringComparison.Ordinal);
    }

    /// <summary>Reads its settings when it is made, as consumers do.</summary>
    private sealed class Eager(IOptions<ResourceNaming> naming) : BackgroundService
    {
        private readonly string _prefix = naming.Value.Prefix;

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.FromResult(_prefix);
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
