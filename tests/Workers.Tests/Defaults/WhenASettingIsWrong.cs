using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Workers.Defaults;
using Workers.Inventory;
using Workers.Notification;
using Workers.Producer;

namespace Workers.Tests.Defaults;

public sealed class WhenASettingIsWrong
{
    [Fact]
    public async Task A_key_that_nobody_reads_stops_the_start_and_the_nearest_is_named()
    {
        var log = await StartAsync(("Workers:Inventory:MaxInflght", "7"), ("Workers:ShutdownTimeot", "00:01:00"), ("Workers:Inventroy:WaitTime", "00:00:01"));

        Assert.Contains("Workers:Inventory:MaxInflght is no setting of this host: did you mean Workers:Inventory:MaxInFlight?", log, StringComparison.Ordinal);
        Assert.Contains("Workers:ShutdownTimeot is no setting of this host: did you mean Workers:ShutdownTimeout?", log, StringComparison.Ordinal);
        Assert.Contains("did you mean Workers:Inventory:WaitTime?", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_another_host_reads_may_stand_in_an_environment_that_they_share()
    {
        var log = await StartAsync(
            ("Workers:Notification:Channels:smtp:Hots", "mail"), ("Workers:Console:Actions", "true"), ("Workers:Prefix", "no spaces please"));

        Assert.DoesNotContain("Hots", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Workers:Console", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_in_a_section_of_ones_own_is_told_however_deep()
    {
        var log = await StartAsync(builder => builder.AddNotificationWorker(), ("Workers:Notification:Channels:smtp:Hots", "mail"));

        Assert.Contains("did you mean Workers:Notification:Channels:smtp:Host?", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_number_is_no_duration()
    {
        var log = await StartAsync(("Workers:ShutdownTimeout", "60"));

        Assert.Contains("Workers:ShutdownTimeout (60) is no duration", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duration_out_of_its_range_is_told()
    {
        var log = await StartAsync(("Workers:ShutdownTimeout", "60.00:00:00"));

        Assert.Contains("Workers:ShutdownTimeout must be from 00:00:01 to 01:00:00", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_value_where_several_may_stand_is_not_passed_over()
    {
        var log = await StartAsync(builder => builder.AddNotificationWorker(), ("Workers:Notification:Templates:order-confirmed", "smtp"));

        Assert.Contains(
            "Workers:Notification:Templates:order-confirmed (smtp) takes several values: write each under a key of its own", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Routes_are_mapped_only_once_the_settings_are_right()
    {
        var log = await StartAsync(
            builder => builder.AddProducer(), app => app.MapProducer(), ("Workers:Producer:RequestTimeout", "5"), ("Workers:Producer:MaxConnections", "x"));

        Assert.Contains("Workers:Producer:RequestTimeout (5) is no duration", log, StringComparison.Ordinal);
        Assert.Contains("Workers:Producer:MaxConnections (x) is no whole number", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line_that_names_what_moves_it()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var log = await StartAsync(("urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"));

        Assert.Single(log.Split('\n'), line => line.Contains("another program listens on http://127.0.0.1:", StringComparison.Ordinal));
        Assert.DoesNotContain("SocketException", log, StringComparison.Ordinal);
        Assert.Contains("ASPNETCORE_URLS", log, StringComparison.Ordinal);
    }

    private static Task<string> StartAsync(params (string Key, string? Value)[] settings) =>
        StartAsync(builder => builder.AddInventoryWorker(), settings);

    private static Task<string> StartAsync(Action<WebApplicationBuilder> add, params (string Key, string? Value)[] settings) =>
        StartAsync(add, map: _ => { }, settings);

    /// <summary>What a host that does not start has logged.</summary>
    private static async Task<string> StartAsync(
        Action<WebApplicationBuilder> add, Action<WebApplication> map, params (string Key, string? Value)[] settings)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.log");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AWS:Region"] = "eu-west-1",
            ["AWS:ServiceUrl"] = "http://127.0.0.1:1",
            ["urls"] = "http://127.0.0.1:0",
            ["Serilog:WriteTo:0:Name"] = "File",
            ["Serilog:WriteTo:0:Args:path"] = path,
            ["Serilog:WriteTo:0:Args:outputTemplate"] = "{Message:lj}{NewLine}{Exception}",
            ["Serilog:MinimumLevel:Default"] = "Error",
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value));
        add(builder);
        await using (var app = builder.Build())
        {
            Assert.Equal(1, await WorkerApplication.RunUntilStoppedAsync(app, map));
        }

        var log = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        File.Delete(path);
        return log;
    }
}
