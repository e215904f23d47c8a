#nullable enable
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.Shared;

/// <summary>AWS's rules for a service's host: a configured URL, or service, region and the partition's suffix.</summary>
/// <param name="service">What the host begins with, as in <c>events.eu-west-1.amazonaws.com</c>.</param>
internal sealed class ServiceEndpointProvider(string service) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = parameters["UseFIPS"] is true;
        var dualStack = parameters["UseDualStack"] is true;
        if (parameters["Endpoint"] is string { Length: > 0 } url)
        {
            return fips || dualStack
                ? throw new AmazonClientException("A service URL is configured, so that no FIPS or dual-stack host can be.")
                : new Endpoint(url);
        }

        if (parameters["Region"] is not string { Length: > 0 } region)
        {
            throw new AmazonClientException("No region is configured.");
        }

        return new Endpoint($"https://{Host(region, Fn.Partition(region), fips, dualStack)}");
    }

    private string Host(string region, Partition partition, bool fips, bool dualStack)
    {
        if (fips && !partition.supportsFIPS)
        {
            throw new AmazonClientException($"The partition {partition.name} has no FIPS hosts.");
        }

        if (dualStack && !partition.supportsDualStack)
        {
            throw new AmazonClientException($"The partition {partition.name} has no dual-stack hosts.");
        }

        // In GovCloud the plain host is the FIPS host.
        var label = fips && (dualStack || partition.name != "aws-us-gov") ? $"{service}-fips" : service;
        return $"{label}.{region}.{(dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}";
    }
}
