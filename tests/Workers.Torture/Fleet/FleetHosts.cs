using System.Globalization;
using Amazon.Runtime;
using Amazon.SQS;
using Workers.Contracts.Resources;
using Workers.Effects.Leases;
using Workers.Effects.Transactions;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Operations;
using Workers.Payments.Providers;
using Workers.Torture.Trade;

namespace Workers.Torture.Fleet;

/// <summary>Builds the workers by the methods that their executables call, and puts the stages and the defect in.</summary>
internal sealed class FleetHosts(FleetSettings settings)
{
    /// <summary>How long a fleet may drain; then it gives back what it has in hand.</summary>
    public static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(4);

    private const int Halves = 2;

    private static readonly string[] Templates =
    [
        "order-received", "order-confirmed", "order-paid", "order-shipped", "order-failed", "order-cancelled", "refund-issued",
        "cancellation-refused", "low-stock", "purchase-order", "high-value-order", "welcome", "first-order-reminder", "ticket-assigned",
        "ticket-received", "ticket-escalated", "ticket-resolved",
    ];

    private readonly Stages _stages = new(settings.Last, settings.Count);

    /// <summary>Half of the workers, so that a fleet starts soon after a kill: with four fleets, two have each.</summary>
    public WebApplication[] Build() =>
    [
        .. HostedDeployable.All.Where(hosted => hosted.Deployable.Consumes is not null)
            .Where((_, place) => place % Halves == settings.Index % Halves)
            .Select(Build),
    ];

    private WebApplication Build(HostedDeployable worker)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = worker.Deployable.Project,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(Configuration(worker.Deployable));
        builder.Services.AddSingleton<AWSCredentials>(new BasicAWSCredentials("local", "local"));
        worker.Add(builder);
        AddSeams(builder.Services);
        return builder.Build();
    }

    /// <summary>Short waits, so that a minute holds many lives of a fleet.</summary>
    private Dictionary<string, string?> Configuration(Deployable worker)
    {
        var configuration = new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["AWS:ServiceUrl"] = settings.Aws.ToString(),
            ["AWS:Region"] = "us-east-1",
            ["Workers:Effects:TakeoverMargin"] = "00:00:02",
            ["Workers:Analytics:Instance"] = settings.Name,
            ["Workers:Audit:Instance"] = settings.Name,
            ["Workers:Audit:Shards"] = "2",   // so that fleets meet on a chain
            ["Workers:Analytics:Rates:EUR"] = Act.Rates["EUR"].ToString(CultureInfo.InvariantCulture),
            ["Workers:Notification:Channels:webhook:Url"] = settings.Webhook.ToString(),
            ["Workers:Notification:Channels:webhook:Break"] = "00:00:01",
            ["Workers:Payments:Provider"] = "http",
            ["Workers:Payments:Http:Url"] = settings.Providers.ToString(),
            ["Workers:Payments:ChargePatience"] = "00:00:03",
            ["Workers:Shipping:Carrier"] = "http",
            ["Workers:Shipping:Http:Url"] = settings.Providers.ToString(),
            ["Workers:Shipping:RequestPatience"] = "00:00:03",
            ["Workers:Customers:RemindAfter"] = "00:00:06",
            ["Workers:Support:Sla:low:FirstAnswer"] = "00:00:08",
            ["Workers:Support:Sla:low:Resolution"] = "00:00:16",
            ["Workers:Support:Sla:normal:FirstAnswer"] = "00:00:04",
            ["Workers:Support:Sla:normal:Resolution"] = "00:00:10",
            ["Workers:Support:Sla:high:FirstAnswer"] = "00:00:03",
            ["Workers:Support:Sla:high:Resolution"] = "00:00:08",
            ["Workers:Support:Sla:urgent:FirstAnswer"] = "00:00:02",
            ["Workers:Support:Sla:urgent:Resolution"] = "00:00:06",
            ["Serilog:MinimumLevel:Default"] = settings.Log is null ? "Fatal" : "Warning",
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Fatal",
        };
        foreach (var name in worker.Consumptions.Select(consumption => consumption.Name))
        {
            configuration[$"Workers:{name}:WaitTime"] = "00:00:01";
            configuration[$"Workers:{name}:MaxInFlight"] = "40";   // what a busy machine can keep the leases of, at three seconds each
            configuration[$"Workers:{name}:DrainLimit"] = $"{DrainLimit}";
            configuration[$"Workers:{name}:BackoffBase"] = "00:00:01";
            configuration[$"Workers:{name}:BackoffCap"] = "00:00:03";
            configuration[$"Workers:{name}:BreakerBreakDuration"] = "00:00:01";
            configuration[$"Workers:{name}:ClockTolerance"] = "00:00:01";   // one machine, one clock
        }

        foreach (var template in Templates)
        {
            configuration[$"Workers:Notification:Templates:{template}:0"] = "webhook";
        }

        return configuration;
    }

    private void AddSeams(IServiceCollection services)
    {
        services.AddSingleton<IAmazonSQS>(_ => new StagedSqs(_stages, SqsConfig()));
        services.AddKeyedSingleton<IAmazonSQS>(PollingClient.Key, (_, _) => new StagedSqs(_stages, SqsConfig()));

        var publisher = services.Last(service => service.ServiceType == typeof(IEventPublisher)).ImplementationFactory!;
        services.AddSingleton<IEventPublisher>(provider => new StagedPublisher(_stages, (IEventPublisher)publisher(provider)));
        services.AddSingleton<ITransactionStore>(provider => new StagedTransactionStore(_stages, Mutate(
            ActivatorUtilities.CreateInstance<DynamoTransactionStore>(provider))));
        if (settings.Mutation is Mutation.Refund && services.LastOrDefault(service => service.ServiceType == typeof(IPaymentProvider)) is { } provider)
        {
            services.AddSingleton<IPaymentProvider>(host => new MutatedProvider(Provider(provider, host)));
        }

        if (settings.Mutation is Mutation.Publish)
        {
            services.AddSingleton<IClaimStore>(provider =>
                new MutatedClaimStore(ActivatorUtilities.CreateInstance<DynamoClaimStore>(provider)));
        }
    }

    private static IPaymentProvider Provider(ServiceDescriptor service, IServiceProvider host) =>
        (IPaymentProvider)(service.ImplementationFactory?.Invoke(host) ?? ActivatorUtilities.CreateInstance(host, service.ImplementationType!));

    private ITransactionStore Mutate(ITransactionStore store) =>
        settings.Mutation is Mutation.None ? store : new MutatedTransactionStore(settings.Mutation, store);

    private AmazonSQSConfig SqsConfig() => new()
    {
        ServiceURL = settings.Aws.ToString(),
        AuthenticationRegion = "us-east-1",
        DefaultAWSCredentials = new BasicAWSCredentials("local", "local"),
        RetryMode = RequestRetryMode.Standard,
        MaxErrorRetry = 3,
        DisableLogging = true,
    };
}
