using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.SQS.Model;
using Amazon.StepFunctions;
using LocalAws;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Effects.Beats;
using Workers.Events;
using Workers.Operations;
using Workers.Provisioning;

namespace Workers.IntegrationTests.Costs;

/// <summary>
/// The whole fleet on an AWS of its own, one message at a time: the orders worker's first, then those of the other queues in the
/// topology's order.
/// </summary>
internal sealed class BilledFleet : IAsyncDisposable
{
    /// <summary>How the requests of callers are billed.</summary>
    public const string Api = "API: ";

    private const string Probe = "probe";
    private const int QuietLooks = 3;
    private const int MostLooks = 1000;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MostDeadlines = TimeSpan.FromMinutes(16);

    private readonly LocalAwsServer _aws;
    private readonly StandingClock _clock;
    private readonly AwsClients _clients;
    private readonly TurnstileSqs _turnstile;
    private readonly List<WebApplication> _hosts = [];
    private readonly List<(string Queue, string Url)> _queues = [];
    private HttpClient _api = null!;

    private BilledFleet(LocalAwsServer aws, StandingClock clock)
    {
        (_aws, _clock) = (aws, clock);
        _turnstile = new(Config<AmazonSQSConfig>(), Bill);
        _clients = new(
            new AmazonSQSClient(Config<AmazonSQSConfig>()),
            new AmazonEventBridgeClient(Config<AmazonEventBridgeConfig>()),
            new AmazonDynamoDBClient(Config<AmazonDynamoDBConfig>()),
            new AmazonSimpleNotificationServiceClient(Config<AmazonSimpleNotificationServiceConfig>()),
            new AmazonStepFunctionsClient(Config<AmazonStepFunctionsConfig>()));
    }

    /// <summary>What was asked of AWS since it was last cleared.</summary>
    public OrderBill Bill { get; } = new();

    /// <summary>The write units that all handlers tell of since they started.</summary>
    public double ToldWriteUnits => _hosts
        .Select(host => host.Services.GetService<HostReport>())
        .OfType<HostReport>()
        .SelectMany(report => report.Now().Queues)
        .SelectMany(queue => queue.Handlers)
        .Sum(handler => handler.WriteUnits);

    public static async Task<BilledFleet> StartAsync(CancellationToken cancellationToken)
    {
        var clock = new StandingClock();
        var fleet = new BilledFleet(await LocalAwsServer.StartAsync(new() { Port = 0, TimeProvider = clock }, cancellationToken), clock);
        await new TopologyProvisioner(fleet._clients, new ResourceNaming(), clock).ApplyAsync(cancellationToken);
        await fleet.ProvisionProbeAsync(cancellationToken);
        foreach (var hosted in HostedDeployable.All)
        {
            var host = hosted.Build(fleet.Builder(hosted.Deployable));
            fleet._hosts.Add(host);
            await host.StartAsync(cancellationToken);
        }

        clock.Stand();
        fleet._api = new() { BaseAddress = new(fleet._hosts[^1].Urls.First()) };
        foreach (var consumption in Topology.Consumptions)
        {
            var name = consumption.Queue.Name;
            fleet._queues.Add((name.Replace("-queue", "", StringComparison.Ordinal), await fleet.UrlOfAsync(name, cancellationToken)));
        }

        return fleet;
    }

    /// <summary>Sends a request to the API, and bills it as one.</summary>
    public async Task SendAsync(HttpMethod method, string route, string path, object? body, CancellationToken cancellationToken)
    {
        Bill.Begin($"{Api}{method} {route}");
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await _api.SendAsync(request, cancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>Lets messages through, one after the other, until one of them is the last or nothing is left to do.</summary>
    /// <param name="last">What the last is billed as; null for no such.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(string? last, CancellationToken cancellationToken)
    {
        var looks = 0;
        for (var quiet = 0; quiet < QuietLooks;)
        {
            await WhenDeliveredAsync(cancellationToken);
            if (await LetOneThroughAsync(cancellationToken))
            {
                quiet = 0;
                if (Bill.Last == last)
                {
                    return;
                }

                continue;
            }

            Assert.True(++looks < MostLooks, "An execution of the state machine waits for what nobody tells it.");
            quiet = await AnExecutionRunsAsync(cancellationToken) ? 0 : quiet + 1;
            await Task.Delay(BetweenLooks, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Puts the clock forward until all deadlines are over.</summary>
    public void PassDeadlines() => _clock.PutForward(MostDeadlines);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_hosts.Select(host => host.StopAsync(CancellationToken.None)));
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        _api.Dispose();
        _turnstile.Dispose();
        await _aws.DisposeAsync();
    }

    private async Task<bool> LetOneThroughAsync(CancellationToken cancellationToken)
    {
        foreach (var (queue, url) in _queues)
        {
            if (await _turnstile.LetThroughAsync(url, body => $"{queue}: {JsonNode.Parse(body)!["detail-type"]}", cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    // The embedded bus delivers in the order in which events come: where this one is, all before it are.
    private async Task WhenDeliveredAsync(CancellationToken cancellationToken)
    {
        await _clients.EventBridge.PutEventsAsync(
            new() { Entries = [new() { EventBusName = Probe, Source = Probe, DetailType = Probe, Detail = "{}" }] }, cancellationToken);
        var url = await UrlOfAsync(Probe, cancellationToken);
        for (var isThere = false; !isThere;)
        {
            var response = await _clients.Sqs.ReceiveMessageAsync(
                new ReceiveMessageRequest(url) { WaitTimeSeconds = 20 }, cancellationToken);
            foreach (var message in response.Messages ?? [])
            {
                await _clients.Sqs.DeleteMessageAsync(url, message.ReceiptHandle, cancellationToken);
                isThere = true;
            }
        }
    }

    private async Task ProvisionProbeAsync(CancellationToken cancellationToken)
    {
        await _clients.EventBridge.CreateEventBusAsync(new() { Name = Probe }, cancellationToken);
        await _clients.Sqs.CreateQueueAsync(Probe, cancellationToken);
        await _clients.EventBridge.PutRuleAsync(
            new() { Name = Probe, EventBusName = Probe, EventPattern = """{"source":["probe"]}""" }, cancellationToken);
        await _clients.EventBridge.PutTargetsAsync(
            new()
            {
                Rule = Probe,
                EventBusName = Probe,
                Targets = [new() { Id = Probe, Arn = "arn:aws:sqs:us-east-1:000000000000:probe" }],
            },
            cancellationToken);
    }

    private async Task<bool> AnExecutionRunsAsync(CancellationToken cancellationToken)
    {
        var machines = await _clients.StepFunctions.ListStateMachinesAsync(new(), cancellationToken);
        foreach (var machine in machines.StateMachines)
        {
            var running = await _clients.StepFunctions.ListExecutionsAsync(
                new() { StateMachineArn = machine.StateMachineArn, StatusFilter = ExecutionStatus.RUNNING }, cancellationToken);
            if (running.Executions is { Count: > 0 })
            {
                return true;
            }
        }

        return false;
    }

    private async Task<string> UrlOfAsync(string queue, CancellationToken cancellationToken) =>
        (await _clients.Sqs.GetQueueUrlAsync(queue, cancellationToken)).QueueUrl;

    private WebApplicationBuilder Builder(Deployable deployable)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["AWS:ServiceUrl"] = _aws.Endpoint.ToString(),
            ["AWS:Region"] = "us-east-1",
            ["Workers:Notification:Channels:sns:TopicArn"] = $"arn:aws:sns:us-east-1:000000000000:{Topology.NotificationTopic}",
            ["Workers:Effects:GroupLinger"] = "00:00:00",   // nobody comes to share a transaction with
            ["Serilog:MinimumLevel:Default"] = "Error",
        });
        foreach (var consumption in deployable.Consumptions)
        {
            builder.Configuration[$"Workers:{consumption.Name}:WaitTime"] = "00:00:05";
            builder.Configuration[$"Workers:{consumption.Name}:ReceiveLinger"] = "00:00:00";
            builder.Configuration[$"Workers:{consumption.Name}:DeleteLinger"] = "00:00:00";
        }

        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSingleton<AWSCredentials>(new BasicAWSCredentials("local", "local"));
        builder.Services.AddSingleton<IAmazonSQS>(_turnstile);
        builder.Services.AddSingleton<IAmazonDynamoDB>(_ => new BilledDynamoDb(Config<AmazonDynamoDBConfig>(), Bill));
        builder.Services.AddSingleton<IAmazonEventBridge>(_ => new BilledEventBridge(Config<AmazonEventBridgeConfig>(), Bill));
        return builder;
    }

    private TConfig Config<TConfig>()
        where TConfig : ClientConfig, new() => new()
        {
            ServiceURL = _aws.Endpoint.ToString(),
            AuthenticationRegion = "us-east-1",
            DefaultAWSCredentials = new BasicAWSCredentials("local", "local"),
        };
}
