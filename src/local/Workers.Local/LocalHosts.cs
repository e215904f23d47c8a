using Amazon.Runtime;
using Workers.Analytics;
using Workers.Inventory;
using Workers.Notification;
using Workers.Producer;

namespace Workers.Local;

/// <summary>Builds one host per deployable, each by the very method that its own executable calls.</summary>
internal sealed class LocalHosts(Uri awsEndpoint, LocalOptions options)
{
    private const string Region = "us-east-1";
    private const string FreePort = "http://127.0.0.1:0";

    /// <summary>Short, so that a fleet at one's desk stops quickly: a drain lasts as long as the polls it finds open.</summary>
    private const string WaitTime = "00:00:02";

    public WebApplication Inventory() => CreateBuilder("Inventory", FreePort).AddInventoryWorker().Build();

    public WebApplication Notification() => CreateBuilder("Notification", FreePort).AddNotificationWorker().Build();

    public WebApplication Analytics() => CreateBuilder("Analytics", FreePort).AddAnalyticsWorker().Build();

    public WebApplication Producer() =>
        CreateBuilder("Producer", $"http://127.0.0.1:{options.HttpPort}").AddProducer().Build().MapProducer();

    private WebApplicationBuilder CreateBuilder(string name, string url)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = $"Workers.{name}",
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Development,
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = url,
            ["AWS:ServiceUrl"] = awsEndpoint.ToString(),
            ["AWS:Region"] = Region,
            [$"Workers:{name}:WaitTime"] = WaitTime,
            ["Serilog:MinimumLevel:Default"] = options.Demo ? "Error" : "Information",
            ["Serilog:MinimumLevel:Override:Workers.Notification.Channels"] = options.Demo ? "Error" : "Debug",   // the notifications themselves
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Warning",   // four hosts would each tell where they are
        });
        builder.Services.AddSingleton<AWSCredentials>(new BasicAWSCredentials("local", "local"));
        return builder;
    }
}
