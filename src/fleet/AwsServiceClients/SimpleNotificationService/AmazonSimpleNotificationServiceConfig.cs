using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Shared;
using Amazon.Util.Internal;

namespace Amazon.SimpleNotificationService;

/// <summary>How a client reaches SNS; what is not set comes from the environment and the profile.</summary>
public class AmazonSimpleNotificationServiceConfig : ClientConfig
{
    internal const string ApiVersion = "2010-03-31";

    private static readonly string UserAgentText =
        InternalSDKUtils.BuildUserAgentString(ServiceId, "1.0.0");

    /// <summary>Creates a configuration that leaves everything to the environment and the profile.</summary>
    public AmazonSimpleNotificationServiceConfig()
        : base(DefaultsModes.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = RegionEndpointServiceName;
        EndpointProvider = new ServiceEndpointProvider(RegionEndpointServiceName);
    }

    /// <summary>The service's id, as in <c>AWS_ENDPOINT_URL_SNS</c>.</summary>
    public static new string ServiceId => "SNS";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "sns";

    /// <inheritdoc/>
    public override string ServiceVersion => ApiVersion;

    /// <inheritdoc/>
    public override string UserAgent => UserAgentText;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServiceEndpointResolver.Resolve(this, parameters);
}
