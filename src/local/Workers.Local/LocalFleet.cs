using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.StepFunctions;
using LocalAws;
using Microsoft.Extensions.Options;
using Workers.Defaults;
using Workers.Events;
using Workers.Operations;
using Workers.Provisioning;

namespace Workers.Local;

/// <summary>
/// The whole system in one process: the embedded AWS, provisioned, and a host per deployable. The embedded AWS starts before the hosts
/// and ends after them, so that their drains still reach it.
/// </summary>
internal sealed class LocalFleet : IAsyncDisposable
{
    private readonly ILoggerFactory _loggers;
    private readonly List<RunningHost> _hosts = [];
    private IReadOnlyDictionary<string, WebApplication> _built = new Dictionary<string, WebApplication>();

    private LocalFleet(LocalAwsServer aws, ILoggerFactory loggers) => (Aws, _loggers) = (aws, loggers);

    /// <summary>The embedded AWS.</summary>
    public LocalAwsServer Aws { get; }

    /// <summary>Where the producer's API listens.</summary>
    public Uri Api { get; private set; } = null!;

    /// <summary>Where the console listens.</summary>
    public Uri Console { get; private set; } = null!;

    /// <summary>The services of the producer's host: its clients reach the embedded AWS.</summary>
    public IServiceProvider Services => ServicesOf(HostedDeployable.Producer);

    /// <summary>Starts everything and returns when every host is at work.</summary>
    /// <exception cref="FleetFailedException">A port is taken, or a host did not start and has logged why.</exception>
    /// <exception cref="IOException">The data directory is in use or holds what cannot be loaded.</exception>
    public static async Task<LocalFleet> StartAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        FreePort.Require("--aws-port", "the embedded AWS", options.AwsPort);
        FreePort.Require("--http-port", "the producer's API", options.HttpPort);
        FreePort.Require("--console-port", "the console", options.ConsolePort);
        var loggers = LoggerFactory.Create(logging => logging.AddConsole());
        var settings = new LocalAwsOptions
        {
            Port = options.AwsPort,
            DataDirectory = options.DataDirectory,
            Logger = loggers.CreateLogger("LocalAws"),
        };
        var fleet = new LocalFleet(await LocalAwsServer.StartAsync(settings, cancellationToken), loggers);
        try
        {
            await fleet.StartHostsAsync(new LocalHosts(fleet.Aws.Endpoint, options), cancellationToken);
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    /// <summary>The services of a deployable's host.</summary>
    public IServiceProvider ServicesOf(string deployable) => _built[deployable].Services;

    /// <summary>Returns when every host has drained, after SIGTERM, Ctrl-C or the end of one of them.</summary>
    public async Task WaitForShutdownAsync()
    {
        await Task.WhenAny(_hosts.Select(host => host.Completion));
        await StopAsync();
    }

    /// <summary>Drains every host, then ends the embedded AWS.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Aws.DisposeAsync();
        _loggers.Dispose();
    }

    private async Task StartHostsAsync(LocalHosts hosts, CancellationToken cancellationToken)
    {
        _built = hosts.Build();
        var producer = _built[HostedDeployable.Producer];
        await ProvisionAsync(producer.Services, hosts.OrderDeadline, cancellationToken);

        var console = hosts.BuildConsole();
        foreach (var host in _built.Values.Append(console))
        {
            _hosts.Add(new RunningHost(host, running => running.RunWorkerAsync()));
        }

        await Task.WhenAll(_hosts.Select(host => host.StartedAsync()));
        Api = new Uri(producer.Urls.First());
        Console = new Uri(console.Urls.First());
    }

    private static async Task ProvisionAsync(IServiceProvider services, TimeSpan? orderDeadline, CancellationToken cancellationToken)
    {
        var clients = new AwsClients(
            services.GetRequiredService<IAmazonSQS>(),
            services.GetRequiredService<IAmazonEventBridge>(),
            services.GetRequiredService<IAmazonDynamoDB>(),
            services.GetRequiredService<IAmazonSimpleNotificationService>(),
            services.GetRequiredService<IAmazonStepFunctions>());
        var naming = services.GetRequiredService<IOptions<ResourceNaming>>().Value;
        var provisioner = new TopologyProvisioner(clients, naming, TimeProvider.System) { OrderDeadline = orderDeadline };
        await provisioner.ApplyAsync(cancellationToken);
    }

    private Task StopAsync()
    {
        foreach (var host in _hosts)
        {
            host.Stop();
        }

        return Task.WhenAll(_hosts.Select(host => host.Completion));
    }
}
