using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Microsoft.Extensions.DependencyInjection;
using Workers.Benchmarks.Aws;

namespace Workers.Benchmarks.Saga.Watched;

/// <summary>One worker's own AWS clients, which tell what it asks and what it publishes.</summary>
internal sealed class WatchedClients(EmbeddedAws aws, WorkerCalls calls, SeenEvents seen)
{
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IAmazonSQS>(_ => new PolledSqs(Config<AmazonSQSConfig>(), calls));
        services.AddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient(Config<AmazonDynamoDBConfig>()));
        services.AddSingleton<IAmazonEventBridge>(_ => new WatchedEventBridge(Config<AmazonEventBridgeConfig>(), seen));
    }

    private TConfig Config<TConfig>()
        where TConfig : ClientConfig, new()
    {
        var config = EmbeddedAws.Config<TConfig>(aws.Endpoint);
        config.HttpClientFactory = new CountingHttp(calls);
        return config;
    }

    /// <summary>Does not count receives that bring nothing: they are the price of waiting, whatever the orders.</summary>
    private sealed class PolledSqs(AmazonSQSConfig config, WorkerCalls calls) : AmazonSQSClient(config)
    {
        public override async Task<ReceiveMessageResponse> ReceiveMessageAsync(
            ReceiveMessageRequest request, CancellationToken cancellationToken = default)
        {
            var response = await base.ReceiveMessageAsync(request, cancellationToken);
            if (response.Messages is not { Count: > 0 })
            {
                calls.Note("sqs.ReceiveMessage", requests: -1);
            }

            return response;
        }
    }

    private sealed class WatchedEventBridge(AmazonEventBridgeConfig config, SeenEvents seen) : AmazonEventBridgeClient(config)
    {
        public override async Task<PutEventsResponse> PutEventsAsync(
            PutEventsRequest request, CancellationToken cancellationToken = default)
        {
            var response = await base.PutEventsAsync(request, cancellationToken);
            seen.Note(request.Entries);
            return response;
        }
    }
}
