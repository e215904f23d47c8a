#nullable enable
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Shared;

/// <summary>The SDKs' defaults modes (<c>AWS_DEFAULTS_MODE</c>): they differ in how long connecting may take.</summary>
internal static class DefaultsModes
{
    private static readonly TimeSpan SameRegion = TimeSpan.FromMilliseconds(1100);
    private static readonly TimeSpan AcrossRegions = TimeSpan.FromMilliseconds(3100);
    private static readonly TimeSpan OverMobileNetworks = TimeSpan.FromSeconds(30);

    public static DefaultConfigurationProvider Provider() => new(
    [
        Mode(DefaultConfigurationMode.Standard, AcrossRegions),
        Mode(DefaultConfigurationMode.InRegion, SameRegion),
        Mode(DefaultConfigurationMode.CrossRegion, AcrossRegions),
        Mode(DefaultConfigurationMode.Mobile, OverMobileNetworks),
        Mode(DefaultConfigurationMode.Auto, SameRegion),
    ]);

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, TimeSpan connecting) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = connecting,
        TlsNegotiationTimeout = connecting,
    };
}
