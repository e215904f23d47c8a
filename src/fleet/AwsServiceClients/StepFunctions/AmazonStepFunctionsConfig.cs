using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Shared;
using Amazon.Util.Internal;

namespace Amazon.StepFunctions;

/// <summary>How a client reaches Step Functions; what is not set comes from the environment and the profile.</summary>
public class AmazonStepFunctionsConfig : ClientConfig
{
    internal const string ApiVersion = "2016-11-23";

    private static readonly string UserAgentText =
        InternalSDKUtils.BuildUserAgentString(ServiceId, "1.0.0");

    /// <summary>Creates a configuration that leaves everything to the environment and the profile.</summary>
    public AmazonStepFunctionsConfig()
        : base(DefaultsModes.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = RegionEndpointServiceName;
        EndpointProvider = new ServiceEndpointProvider(RegionEndpointServiceName);
    }

    /// <summary>The service's id, as in <c>AWS_ENDPOINT_URL_SFN</c>.</summary>
    public static new string ServiceId => "SFN";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "states";

    /// <inheritdoc/>
    public override string ServiceVersion => ApiVersion;

    /// <inheritdoc/>
    public override string UserAgent => UserAgentText;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServiceEndpointResolver.Resolve(this, parameters);
}
