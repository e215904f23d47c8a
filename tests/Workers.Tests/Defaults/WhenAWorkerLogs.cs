using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Workers.Defaults;

namespace Workers.Tests.Defaults;

[CollectionDefinition(nameof(WhenAWorkerLogs), DisableParallelization = true)]
[Collection(nameof(WhenAWorkerLogs))]   // the console is the process's
public sealed partial class WhenAWorkerLogs
{
    [Fact]
    public async Task A_container_writes_one_json_object_per_line_with_the_worker_and_the_scopes()
    {
        var line = Assert.Single(await LinesAsync("Production"));

        var log = JsonDocument.Parse(line).RootElement;
        Assert.Equal("Information", log.GetProperty("level").GetString());
        Assert.Equal("Reserved 3 items", log.GetProperty("message").GetString());
        Assert.Equal("inventory", log.GetProperty("worker").GetString());
        Assert.Equal("inventory-queue", log.GetProperty("queue").GetString());
        Assert.EndsWith("Z", log.GetProperty("time").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_developer_reads_the_message_the_worker_and_the_scopes_without_their_long_ids()
    {
        var line = Assert.Single(await LinesAsync("Development"));

        Assert.Matches("""^\d\d:\d\d:\d\d\.\d\d\d INF inventory +Reserved 3 items receiveCount=1$""", line);
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

    [Theory]
    [InlineData("WriteTo:0:Name", "Fille", "Unable to find a method called Fille.")]
    [InlineData("MinimumLevel:Default", "Infomation", "Infomation")]
    [InlineData("WriteTo", "Console", "Serilog:WriteTo (Console) is a list: write Serilog:WriteTo:0:Name.")]
    public async Task Logging_that_does_not_work_stops_the_start_in_one_sentence(string key, string value, string problem)
    {
        var line = Assert.Single(await WrittenAsync(async () =>
        {
            await using var app = WorkerHost.Builder(settings: [($"Serilog:{key}", value), .. key == "WriteTo" ? [] : new (string, string?)[] { ("Serilog:WriteTo", null) }]).Build();
            Assert.Equal(1, await WorkerApplication.RunUntilStoppedAsync(app));
        }));

        var log = JsonDocument.Parse(line).RootElement;
        Assert.Contains("The Serilog section cannot be used, so nothing would be logged: ", log.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains(problem, log.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_may_roll_and_be_written_behind_the_handlers_backs()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;

        await LinesAsync(
            "Production",
            ("Serilog:WriteTo:0:Name", "Async"),
            ("Serilog:WriteTo:0:Args:configure:0:Name", "File"),
            ("Serilog:WriteTo:0:Args:configure:0:Args:path", Path.Combine(folder, "inventory-.jsonl")),
            ("Serilog:WriteTo:0:Args:configure:0:Args:rollingInterval", "Day"),
            ("Serilog:WriteTo:0:Args:configure:0:Args:formatter", "Workers.Defaults.Logging.JsonLines, Workers.Defaults"));

        var file = Assert.Single(Directory.GetFiles(folder));
        Assert.Matches(@"inventory-\d{8}\.jsonl$", file);
        Assert.Contains("\"message\":\"Reserved 3 items\"", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_line_within_a_span_carries_its_trace()
    {
        using var span = new Activity("specs").Start();

        var log = JsonDocument.Parse(Assert.Single(await LinesAsync("Production"))).RootElement;

        Assert.Equal(span.TraceId.ToHexString(), log.GetProperty("traceId").GetString());
        Assert.Equal(span.SpanId.ToHexString(), log.GetProperty("spanId").GetString());
    }

    [Fact]
    public async Task A_probe_of_a_host_that_has_not_started_is_no_line() => Assert.Empty(await ProbedAsync());

    [Fact]
    public async Task A_probe_that_finds_a_failure_is_an_error()
    {
        var line = Assert.Single(await ProbedAsync(HealthCheckResult.Unhealthy("No receive loop has come back.")));

        Assert.Contains("\"level\":\"Error\"", line, StringComparison.Ordinal);
        Assert.Contains("No receive loop has come back.", line, StringComparison.Ordinal);
    }

    private static Task<string[]> ProbedAsync(params HealthCheckResult[] others) => WrittenAsync(async () =>
    {
        var builder = WorkerHost.Builder(settings: ("Serilog:WriteTo", null));
        foreach (var result in others)
        {
            builder.Services.AddHealthChecks().AddCheck("other", () => result);
        }

        await using var app = builder.Build();
        await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
    });

    private static Task<string[]> LinesAsync(string environment, params (string Key, string? Value)[] settings) => WrittenAsync(async () =>
    {
        await using var app = WorkerHost.Builder(environment, [("Serilog:WriteTo", null), .. settings]).Build();
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Spec");
        using (logger.BeginScope(new Dictionary<string, object> { ["queue"] = "inventory-queue", ["receiveCount"] = 1 }))
        {
            LogReserved(logger, "3 items");
        }
    });

    private static async Task<string[]> WrittenAsync(Func<Task> act)
    {
        var original = System.Console.Out;
        await using var console = new StringWriter();
        System.Console.SetOut(console);
        try
        {
            await act();
        }
        finally
        {
            System.Console.SetOut(original);
        }

        return console.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    [LoggerMessage(LogLevel.Information, "Reserved {Items}")]
    private static partial void LogReserved(ILogger logger, string items);
}
