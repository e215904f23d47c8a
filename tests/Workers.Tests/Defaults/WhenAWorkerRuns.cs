using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Workers.Defaults.Health;

namespace Workers.Tests.Defaults;

public sealed class WhenAWorkerRuns
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_that_it_is_ready_and_alive()
    {
        await using var app = await StartAsync(WorkerHost.Builder());
        using var client = new HttpClient { BaseAddress = app.Address() };

        Assert.Equal("""{"status":"Healthy","checks":{"host":"Healthy"}}""", await client.GetStringAsync("/health/ready", Cancellation));
        Assert.Equal("""{"status":"Healthy","checks":{}}""", await client.GetStringAsync("/health/live", Cancellation));
    }

    [Fact]
    public async Task A_check_that_is_tagged_live_decides_whether_it_is_alive()
    {
        var builder = WorkerHost.Builder();
        builder.Services.AddHealthChecks().AddCheck("loop", () => HealthCheckResult.Unhealthy("secret"), [HealthEndpoints.LiveTag]);
        await using var app = await StartAsync(builder);
        using var client = new HttpClient { BaseAddress = app.Address() };

        var live = await client.GetAsync("/health/live", Cancellation);
        var ready = await client.GetAsync("/health/ready", Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, live.StatusCode);
        Assert.Equal("""{"status":"Unhealthy","checks":{"loop":"Unhealthy"}}""", await live.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Fact]
    public async Task It_is_no_longer_ready_while_it_drains()
    {
        var builder = WorkerHost.Builder();
        var drain = new AskingWhileStopping();
        builder.Services.AddSingleton<IHostedService>(drain);
        await using var app = await StartAsync(builder);
        drain.Address = app.Address();

        app.Lifetime.StopApplication();
        await app.WaitForShutdownAsync(Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, drain.Ready);
    }

    [Fact]
    public async Task It_has_longer_to_drain_than_the_drain_takes()
    {
        await using var app = WorkerHost.Builder().Build();
        await using var other = WorkerHost.Builder(settings: ("Workers:ShutdownTimeout", "00:01:30")).Build();

        Assert.Equal(TimeSpan.FromSeconds(45), Options(app).ShutdownTimeout);
        Assert.True(Options(app).ServicesStopConcurrently);
        Assert.Equal(TimeSpan.FromSeconds(90), Options(other).ShutdownTimeout);

        static HostOptions Options(WebApplication app) =>
            app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<HostOptions>>().Value;
    }

    private static async Task<WebApplication> StartAsync(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.MapWorkerHealth();
        await app.StartAsync(Cancellation);
        return app;
    }

    private sealed class AskingWhileStopping : IHostedLifecycleService
    {
        public Uri? Address { get; set; }

        public HttpStatusCode Ready { get; private set; }

        public async Task StoppingAsync(CancellationToken cancellationToken)
        {
            using var client = new HttpClient { BaseAddress = Address };
            using var response = await client.GetAsync("/health/ready", cancellationToken);
            Ready = response.StatusCode;
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
