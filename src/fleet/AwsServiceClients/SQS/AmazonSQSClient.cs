using Amazon.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SQS.Internal;

namespace Amazon.SQS;

/// <summary>A client of SQS. Thread-safe: one serves a whole process.</summary>
public partial class AmazonSQSClient : AmazonServiceClient, IAmazonSQS
{
    /// <summary>
    /// Finds credentials, region and endpoint by the usual chain: environment, profile, container or instance.
    /// </summary>
    public AmazonSQSClient()
        : base(new AmazonSQSConfig())
    {
    }

    /// <summary>Finds credentials by the usual chain.</summary>
    public AmazonSQSClient(RegionEndpoint region)
        : base(new AmazonSQSConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Finds credentials by the usual chain, unless the configuration names them.</summary>
    public AmazonSQSClient(AmazonSQSConfig config)
        : base(config)
    {
    }

    /// <summary>Finds region and endpoint by the usual chain.</summary>
    public AmazonSQSClient(AWSCredentials credentials)
        : this(credentials, new AmazonSQSConfig())
    {
    }

    /// <summary>Uses the given credentials in a region.</summary>
    public AmazonSQSClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSQSConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Uses the given credentials.</summary>
    public AmazonSQSClient(AWSCredentials credentials, AmazonSQSConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>Uses a key; finds region and endpoint by the usual chain.</summary>
    public AmazonSQSClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonSQSConfig())
    {
    }

    /// <summary>Uses a key in a region.</summary>
    public AmazonSQSClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonSQSConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Uses a key.</summary>
    public AmazonSQSClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonSQSConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>Uses a temporary key; finds region and endpoint by the usual chain.</summary>
    public AmazonSQSClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonSQSConfig())
    {
    }

    /// <summary>Uses a temporary key in a region.</summary>
    public AmazonSQSClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonSQSConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Uses a temporary key.</summary>
    public AmazonSQSClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonSQSConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata { get; } = new NamedService(AmazonSQSConfig.ServiceId);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ServicePipeline.AddTo(pipeline);
        pipeline.AddHandlerBefore<Unmarshaller>(new ValidationResponseHandler());
    }
}
