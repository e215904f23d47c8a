using Amazon.Runtime;
using Workers.Console;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Operations;

namespace Workers.Local;

/// <summary>Builds one host per deployable, set to work on the embedded AWS.</summary>
internal sealed class LocalHosts(Uri awsEndpoint, LocalOptions options)
{
    private const string Region = "us-east-1";
    private const string FreePort = "http://127.0.0.1:0";

    /// <summary>Short, so that a fleet at one's desk stops quickly: a drain lasts as long as the polls it finds open.</summary>
    private const string WaitTime = "00:00:02";

    /// <summary>How long an order may take to be paid, and then to be shipped; null for the topology's.</summary>
    public TimeSpan? OrderDeadline => options.OrderDeadline;

    /// <summary>Every deployable's host, by its name; none is started.</summary>
    public IReadOnlyDictionary<string, WebApplication> Build() => HostedDeployable.All.ToDictionary(
        hosted => hosted.Name,
        hosted => hosted.Build(CreateBuilder(
            hosted.Deployable.Project,
            hosted.Deployable.Consumptions,
            hosted.Name == HostedDeployable.Producer ? $"http://127.0.0.1:{options.HttpPort}" : FreePort)));

    /// <summary>The console's host, which may act: it listens on loopback only. It is not started.</summary>
    public WebApplication BuildConsole()
    {
        var builder = CreateBuilder("Workers.Console", [], $"http://127.0.0.1:{options.ConsolePort}");
        builder.Configuration["Workers:Console:Actions"] = "true";
        builder.Configuration["Workers:Console:IdleInterval"] = "00:00:05";   // calls cost nothing here
        builder.Configuration["Serilog:MinimumLevel:Override:Workers.Console"] = "Error";   // it would warn that nobody signs in
        builder.AddConsole();
        return builder.Build().MapConsole();
    }

    private WebApplicationBuilder CreateBuilder(string project, IEnumerable<Consumption> consumptions, string url)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = project,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Development,
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = url,
            ["AWS:ServiceUrl"] = awsEndpoint.ToString(),
            ["AWS:Region"] = Region,
            ["Workers:Notification:Channels:sns:TopicArn"] = $"arn:aws:sns:{Region}:000000000000:{Topology.NotificationTopic}",
            ["Serilog:MinimumLevel:Default"] = options.Demo ? "Error" : "Information",
            ["Serilog:MinimumLevel:Override:Workers.Notification.Channels"] = options.Demo ? "Error" : "Debug",   // the notifications themselves
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Warning",   // every host would tell where they are
        });
        if (options.Demo)
        {
            builder.Configuration["Workers:Payments:ChargePatience"] = "00:00:02";   // the demo has orders whose charge takes long
        }

        foreach (var consumption in consumptions)
        {
            builder.Configuration[$"Workers:{consumption.Name}:WaitTime"] = WaitTime;
        }

        builder.Services.AddSingleton<AWSCredentials>(new BasicAWSCredentials("local", "local"));
        return builder;
    }
}
