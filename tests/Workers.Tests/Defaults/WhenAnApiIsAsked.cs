using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Workers.Defaults.Health;
using Workers.Defaults.Logging;

namespace Workers.Tests.Defaults;

public sealed class WhenAnApiIsAsked
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_request_is_a_line_with_its_method_path_and_status() =>
        Assert.Matches("^producer Information HTTP GET /orders/7 responded 404 in ", Assert.Single(await LinesAsync("/orders/7")));

    [Fact]
    public async Task One_that_failed_is_an_error() =>
        Assert.Matches("^producer Error HTTP GET /orders/broken responded 500 in ", Assert.Single(await LinesAsync("/orders/broken")));

    [Fact]
    public async Task A_query_reaches_no_line() => Assert.DoesNotContain("secret", Assert.Single(await LinesAsync("/orders/7?key=secret")), StringComparison.Ordinal);

    [Fact]
    public async Task A_probe_is_no_line() => Assert.Empty(await LinesAsync("/health/live"));

    private static async Task<string[]> LinesAsync(string path)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.log");
        var builder = WorkerHost.Builder(
            settings:
            [
                ("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Warning"),
                ("Serilog:WriteTo:0:Name", "File"),
                ("Serilog:WriteTo:0:Args:path", file),
                ("Serilog:WriteTo:0:Args:outputTemplate", "producer {Level} {Message:lj}{NewLine}"),
            ]);
        await using (var app = builder.Build())
        {
            app.UseRequestLogging();
            app.MapWorkerHealth();
            app.MapGet("/orders/{id}", (string id) => id == "broken" ? Results.StatusCode(500) : Results.NotFound());
            await app.StartAsync(Cancellation);
            using var client = new HttpClient { BaseAddress = app.Address() };
            using var response = await client.GetAsync(path, Cancellation);
            await app.StopAsync(Cancellation);
        }

        var lines = File.Exists(file) ? await File.ReadAllLinesAsync(file, Cancellation) : [];
        File.Delete(file);
        return lines;
    }
}
