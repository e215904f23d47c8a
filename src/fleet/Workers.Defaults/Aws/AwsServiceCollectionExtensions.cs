using Amazon;
using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.StepFunctions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Settings;

namespace Workers.Defaults.Aws;

/// <summary>Registers the AWS clients that every host uses.</summary>
public static class AwsServiceCollectionExtensions
{
    /// <summary>As many polls as one consumer may have open.</summary>
    private const int PollConnections = 100;

    /// <summary>
    /// Adds clients of SQS, EventBridge, DynamoDB, SNS and Step Functions, singletons each, the publisher's bus over EventBridge, and a
    /// second SQS client with connections of its own for long polls (<see cref="PollingClient"/>), unless the host has brought its own
    /// SQS client. Endpoint and region come from <see cref="AwsOptions"/>, else from the SDK's own chain; so do credentials, unless
    /// <see cref="AWSCredentials"/> are registered. Start-up fails where no region is known.
    /// </summary>
    public static IServiceCollection AddAwsClients(this IServiceCollection services)
    {
        services.AddOptions<AwsOptions>()
            .BindSettings("AWS")
            .PostConfigure(FillFromTheChain);
        services.AddSingleton<IValidateOptions<AwsOptions>, AwsOptionsValidator>();

        if (services.All(service => service.ServiceType != typeof(IAmazonSQS)))
        {
            services.AddSingleton<IAmazonSQS>(provider => new AmazonSQSClient(Configure(new AmazonSQSConfig(), provider)));
            services.AddKeyedSingleton<IAmazonSQS>(PollingClient.Key, (provider, _) =>
                new AmazonSQSClient(Configure(new AmazonSQSConfig { MaxConnectionsPerServer = PollConnections }, provider)));
        }

        services.TryAddSingleton<IAmazonEventBridge>(
            provider => new AmazonEventBridgeClient(Configure(new AmazonEventBridgeConfig(), provider)));
        services.TryAddSingleton<IEventBus, EventBridgeBus>();
        services.TryAddSingleton<IAmazonDynamoDB>(
            provider => new AmazonDynamoDBClient(Configure(new AmazonDynamoDBConfig(), provider)));
        services.TryAddSingleton<IAmazonSimpleNotificationService>(
            provider => new AmazonSimpleNotificationServiceClient(Configure(new AmazonSimpleNotificationServiceConfig(), provider)));
        services.TryAddSingleton<IAmazonStepFunctions>(
            provider => new AmazonStepFunctionsClient(Configure(new AmazonStepFunctionsConfig(), provider)));
        return services;
    }

    private static void FillFromTheChain(AwsOptions options)
    {
        // Compose and Kubernetes pass on an unset variable as an empty one.
        options.ServiceUrl = string.IsNullOrEmpty(options.ServiceUrl) ? null : options.ServiceUrl;
        options.Region = string.IsNullOrEmpty(options.Region) ? FallbackRegionFactory.GetRegionEndpoint()?.SystemName : options.Region;
    }

    private static TConfig Configure<TConfig>(TConfig config, IServiceProvider provider)
        where TConfig : ClientConfig
    {
        var options = provider.GetRequiredService<IOptions<AwsOptions>>().Value;
        config.DefaultAWSCredentials = provider.GetService<AWSCredentials>();
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = options.MaxRetries;
        config.Timeout = options.CallTimeout;
        config.DisableLogging = true;                // it would log bodies
        if (options.ServiceUrl is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        }
        else
        {
            config.ServiceURL = options.ServiceUrl;
        }

        // With AWS_ENDPOINT_URL the SDK signs for AWS_REGION, else us-east-1, whatever RegionEndpoint says.
        config.AuthenticationRegion = options.Region;
        return config;
    }
}
