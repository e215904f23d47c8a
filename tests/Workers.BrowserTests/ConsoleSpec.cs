using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.SQS.Model;
using Amazon.StepFunctions;
using LocalAws;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workers.Console;
using Workers.Defaults.Health;
using Workers.Events;
using Workers.Provisioning;

namespace Workers.BrowserTests;

/// <summary>The console on the embedded AWS, looked at in a real browser.</summary>
public abstract class ConsoleSpec : IAsyncLifetime
{
    private readonly List<WebApplication> _hosts = [];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    protected LocalAwsServer Aws { get; private set; } = null!;

    protected IPage Page { get; private set; } = null!;

    protected Uri Url { get; private set; } = null!;

    protected IAmazonSQS Sqs => _hosts[0].Services.GetRequiredService<IAmazonSQS>();

    protected IAmazonEventBridge EventBridge => _hosts[0].Services.GetRequiredService<IAmazonEventBridge>();

    protected IAmazonDynamoDB DynamoDb => _hosts[0].Services.GetRequiredService<IAmazonDynamoDB>();

    /// <summary>What the browser complained of: scripts that failed, and what the content security policy stopped.</summary>
    protected List<string> Complaints { get; } = [];

    /// <summary>Every address that the browser asked for.</summary>
    protected List<string> Asked { get; } = [];

    /// <summary>Every route of the console.</summary>
    protected IEnumerable<RouteEndpoint> Routes =>
        _hosts[0].Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    protected virtual Dictionary<string, string?> Settings => new() { ["Workers:Console:Actions"] = "true" };

    /// <summary>What the browser says beside the usual, as a proxy before it would.</summary>
    protected virtual Dictionary<string, string> Headers => [];

    public virtual async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.StartAsync(_playwright);
        Aws = await LocalAwsServer.StartAsync();
        var console = BuildConsole("http://127.0.0.1:0");
        await ProvisionAsync(console.Services);
        await console.StartAsync();
        Url = new(console.Urls.First());
        Page = await _browser.NewPageAsync(new()
        {
            BaseURL = Url.ToString(),
            ViewportSize = new() { Width = 1280, Height = 900 },
            ExtraHTTPHeaders = Headers,
        });
        Page.SetDefaultTimeout(30_000);
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complaints.Add(message.Text);
            }
        };
        Page.Request += (_, request) => Asked.Add(request.Url);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
        foreach (var host in Enumerable.Reverse(_hosts))
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }

        await (Aws?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>A host on the embedded AWS, which ends with the spec.</summary>
    protected WebApplication Build(string name, Dictionary<string, string?> settings, Action<WebApplicationBuilder> add)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["AWS:Region"] = "us-east-1",
            ["AWS:ServiceUrl"] = Aws.Endpoint.ToString(),
            ["Serilog:MinimumLevel:Default"] = "Fatal",
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<AWSCredentials>(new BasicAWSCredentials("test", "test"));
        add(builder);
        var host = builder.Build();
        _hosts.Add(host);
        return host;
    }

    /// <summary>Stops the console, and starts another one at the same address.</summary>
    protected async Task RestartAsync()
    {
        await _hosts[0].StopAsync();
        await BuildConsole(Url.ToString()).StartAsync();
    }

    protected async Task<string> QueueUrlAsync(string queue) => (await Sqs.GetQueueUrlAsync(queue)).QueueUrl;

    protected async Task<int> CountAsync(string queue)
    {
        var counts = await Sqs.GetQueueAttributesAsync(await QueueUrlAsync(queue), ["All"]);
        return counts.ApproximateNumberOfMessages + counts.ApproximateNumberOfMessagesNotVisible;
    }

    /// <summary>What a queue holds next, which it hides then; null where it is empty.</summary>
    protected async Task<string?> NextBodyAsync(string queue)
    {
        var answer = await Sqs.ReceiveMessageAsync(new ReceiveMessageRequest(await QueueUrlAsync(queue)) { WaitTimeSeconds = 1 });
        return answer.Messages?.FirstOrDefault()?.Body;
    }

    private WebApplication BuildConsole(string url)
    {
        var settings = new Dictionary<string, string?>(Settings) { ["Workers:Console:Interval"] = "00:00:01", ["urls"] = url };
        var console = Build("Workers.Console", settings, builder => builder.AddConsole());
        console.MapConsole().MapWorkerHealth();
        return console;
    }

    private static async Task ProvisionAsync(IServiceProvider services) => await new TopologyProvisioner(
        new AwsClients(
            services.GetRequiredService<IAmazonSQS>(),
            services.GetRequiredService<IAmazonEventBridge>(),
            services.GetRequiredService<IAmazonDynamoDB>(),
            services.GetRequiredService<IAmazonSimpleNotificationService>(),
            services.GetRequiredService<IAmazonStepFunctions>()),
        services.GetRequiredService<IOptions<ResourceNaming>>().Value,
        TimeProvider.System).ApplyAsync(CancellationToken.None);
}
