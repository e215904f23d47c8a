using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Shared;
using Amazon.Util.Internal;

namespace Amazon.EventBridge;

/// <summary>How a client reaches EventBridge; what is not set comes from the environment and the profile.</summary>
public class AmazonEventBridgeConfig : ClientConfig
{
    internal const string ApiVersion = "2015-10-07";

    private static readonly string UserAgentText =
        InternalSDKUtils.BuildUserAgentString(ServiceId, "1.0.0");

    /// <summary>Creates a configuration that leaves everything to the environment and the profile.</summary>
    public AmazonEventBridgeConfig()
        : base(DefaultsModes.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = RegionEndpointServiceName;
        EndpointProvider = new ServiceEndpointProvider(RegionEndpointServiceName);
    }

    /// <summary>The service's id, as in <c>AWS_ENDPOINT_URL_EVENTBRIDGE</c>.</summary>
    public static new string ServiceId => "EventBridge";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "events";

    /// <inheritdoc/>
    public override string ServiceVersion => ApiVersion;

    /// <inheritdoc/>
    public override string UserAgent => UserAgentText;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServiceEndpointResolver.Resolve(this, parameters);
}
