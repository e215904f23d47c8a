using LocalAws.Faults;

namespace LocalAws.Http;

/// <summary>What a service sees of a request.</summary>
/// <param name="Region">The region in the signature's credential scope; <c>us-east-1</c> without one.</param>
/// <param name="Endpoint">Scheme, host and port as the client addressed them: queue URLs start with it.</param>
/// <param name="Body">The body's bytes; not to be kept after the answer.</param>
internal sealed record AwsRequest(string Region, string Endpoint, ReadOnlyMemory<byte> Body)
{
    /// <summary>The one account that exists here.</summary>
    public const string Account = "000000000000";

    /// <summary>The X-Ray trace that the request belongs to: its header <c>X-Amzn-Trace-Id</c>.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>What is to go wrong with it; null when nothing is, which is the common case.</summary>
    public RequestFaults? Faults { get; init; }
}
