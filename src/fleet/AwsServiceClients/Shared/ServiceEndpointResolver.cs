#nullable enable
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;
using ExecutionContext = Amazon.Runtime.Internal.ExecutionContext;

namespace Amazon.Shared;

/// <summary>Chooses a request's endpoint from the configuration, which has taken in environment and profile.</summary>
internal sealed class ServiceEndpointResolver : BaseEndpointResolver
{
    /// <summary>Answers which endpoint a request would be sent to, without sending it.</summary>
    public static Endpoint Resolve(ClientConfig config, ServiceOperationEndpointParameters parameters)
    {
        var context = new RequestContext(enableMetrics: false, clientSigner: null)
        {
            ClientConfig = config,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, config.ServiceId)
            {
                AlternateEndpoint = parameters.AlternateEndpoint,
            },
        };
        return new ServiceEndpointResolver().GetEndpoint(new ExecutionContext(context, responseContext: null));
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        var region = requestContext.Request.AlternateEndpoint ?? config.RegionEndpoint;
        return new EndpointParameters
        {
            ["Region"] = region?.SystemName ?? RegionOfUrl(config),
            ["UseDualStack"] = config.UseDualstackEndpoint,
            ["UseFIPS"] = config.UseFIPSEndpoint,
            ["Endpoint"] = config.ServiceURL,
        };
    }

    private static string? RegionOfUrl(IClientConfig config)
    {
        if (string.IsNullOrEmpty(config.ServiceURL))
        {
            return null;
        }

        return string.IsNullOrEmpty(config.AuthenticationRegion)
            ? AWSSDKUtils.DetermineRegion(config.ServiceURL)
            : config.AuthenticationRegion;
    }
}
