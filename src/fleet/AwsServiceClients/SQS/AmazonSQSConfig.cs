using Amazon.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.SQS;

/// <summary>How a client reaches SQS; what is not set comes from the environment and the profile.</summary>
public class AmazonSQSConfig : ClientConfig
{
    private static readonly string UserAgentText =
        InternalSDKUtils.BuildUserAgentString(ServiceId, "1.0.0");

    /// <summary>Creates a configuration that leaves everything to the environment and the profile.</summary>
    public AmazonSQSConfig()
        : base(DefaultsModes.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = RegionEndpointServiceName;
        EndpointProvider = new ServiceEndpointProvider(RegionEndpointServiceName);
    }

    /// <summary>The service's id, as in <c>AWS_ENDPOINT_URL_SQS</c>.</summary>
    public static new string ServiceId => "SQS";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "sqs";

    /// <inheritdoc/>
    public override string ServiceVersion => "2012-11-05";

    /// <inheritdoc/>
    public override string UserAgent => UserAgentText;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServiceEndpointResolver.Resolve(this, ServiceId, parameters);
}
