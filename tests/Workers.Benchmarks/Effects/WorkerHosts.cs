using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workers.Benchmarks.Aws;
using Workers.Contracts;

namespace Workers.Benchmarks.Effects;

/// <summary>Builds the hosts of real workers, in this process, on the embedded AWS.</summary>
internal sealed class WorkerHosts(EmbeddedAws aws, Meters meters)
{
    /// <summary>One worker.</summary>
    /// <param name="approach">Its settings.</param>
    /// <param name="addWorker">The worker.</param>
    /// <param name="prefix">The prefix of everything that it uses.</param>
    /// <param name="number">Tells it from the others of its kind.</param>
    public WebApplication Build(Approach approach, Action<WebApplicationBuilder> addWorker, string prefix, int number)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(approach.Settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["AWS:ServiceUrl"] = aws.Endpoint.ToString(),
            ["AWS:Region"] = "us-east-1",
            ["Workers:Prefix"] = prefix,
            ["Workers:Analytics:Instance"] = $"analytics-{number}",
            ["Serilog:MinimumLevel:Default"] = "Error",
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Warning",   // each would tell where it listens
        });
        foreach (var consumption in Topology.Consumptions)
        {
            builder.Configuration[$"Workers:{consumption.Name}:WaitTime"] = "00:00:01";   // a stop waits for open polls
        }

        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        builder.Services.AddSingleton<AWSCredentials>(new BasicAWSCredentials("local", "local"));
        builder.Services.AddSingleton<IAmazonDynamoDB>(_ =>
            new MeteredDynamoDb(EmbeddedAws.Config<AmazonDynamoDBConfig>(aws.Endpoint), meters));
        builder.Services.AddSingleton<IAmazonEventBridge>(_ =>
            new MeteredEventBridge(EmbeddedAws.Config<AmazonEventBridgeConfig>(aws.Endpoint), meters));
        addWorker(builder);
        return builder.Build();
    }
}
