using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Workers.Tests.Defaults;

[CollectionDefinition(nameof(WhenAWorkerLogs), DisableParallelization = true)]
[Collection(nameof(WhenAWorkerLogs))]   // the console is the process's
public sealed class WhenAWorkerLogs
{
    [Fact]
    public async Task A_container_writes_one_json_object_per_line_with_the_worker_and_the_scopes()
    {
        var line = Assert.Single(await LinesAsync("Production"));

        var log = JsonDocument.Parse(line).RootElement;
        var properties = log.GetProperty("Properties");
        Assert.Equal("Reserved 3 items", log.GetProperty("RenderedMessage").GetString());
        Assert.Equal("inventory", properties.GetProperty("worker").GetString());
        Assert.Equal("inventory-queue", properties.GetProperty("queue").GetString());
    }

    [Fact]
    public async Task A_developer_reads_the_message_the_worker_and_the_scopes()
    {
        var line = Assert.Single(await LinesAsync("Development"));

        Assert.Matches("""^\d\d:\d\d:\d\d\.\d\d\d INF inventory +Reserved 3 items queue=inventory-queue$""", line);
    }

    [Fact]
    public async Task Levels_come_from_configuration() =>
        Assert.Empty(await LinesAsync("Production", ("Serilog:MinimumLevel:Override:Spec", "Warning")));

    [Fact]
    public async Task Sinks_in_configuration_take_the_place_of_the_console()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.log");

        var console = await LinesAsync(
            "Production",
            ("Serilog:WriteTo:0:Name", "File"),
            ("Serilog:WriteTo:0:Args:path", path),
            ("Serilog:WriteTo:0:Args:outputTemplate", "{worker} {queue} {Message:lj}{NewLine}"));

        Assert.Empty(console);
        Assert.Equal(["inventory inventory-queue Reserved 3 items"], await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken));
        File.Delete(path);
    }

    private static async Task<string[]> LinesAsync(string environment, params (string Key, string? Value)[] settings)
    {
        var original = Console.Out;
        await using var console = new StringWriter();
        Console.SetOut(console);
        try
        {
            await using var app = WorkerHost.Builder(environment, [("Serilog:WriteTo", null), .. settings]).Build();
            var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Spec");
            using (logger.BeginScope(new Dictionary<string, object> { ["queue"] = "inventory-queue" }))
            {
                logger.LogInformation("Reserved 3 items");
            }
        }
        finally
        {
            Console.SetOut(original);
        }

        return console.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
