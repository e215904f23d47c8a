using System.ComponentModel.DataAnnotations;

namespace Workers.Producer.Http;

/// <summary>How much the API takes on at once, and how long it takes. Bound from <c>Workers:Producer</c>.</summary>
internal sealed class RequestLimitOptions
{
    /// <summary>
    /// Requests that are answered at once, health probes aside; one more hears 429 and when to come back. A request counts from when its
    /// body is there.
    /// </summary>
    /// <value>200. From 1 to 10,000. Each may hold a connection to AWS.</value>
    [Range(1, 10_000, ErrorMessage = "Workers:Producer:MaxConcurrentRequests must be from 1 to 10000: with none, every request would be refused.")]
    public int MaxConcurrentRequests { get; set; } = 200;

    /// <summary>Connections that are open at once; one more is closed unheard.</summary>
    /// <value>2,000. From 1 to 100,000. A connection that sends slowly or nothing takes one, and little else.</value>
    [Range(1, 100_000, ErrorMessage = "Workers:Producer:MaxConnections must be from 1 to 100000: with none, nobody could call.")]
    public int MaxConnections { get; set; } = 2_000;

    /// <summary>Bytes of bodies that are held at once; a body that does not fit hears 429.</summary>
    /// <value>32 MiB: an eighth of the memory that the manifests give. From 256 KiB, one whole body, to 1 GiB.</value>
    [Range(256 * 1024, 1024 * 1024 * 1024,
        ErrorMessage = "Workers:Producer:MaxBodyBytes must be from 262144 to 1073741824: less would not hold one whole body.")]
    public int MaxBodyBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>How long a body may take to arrive; a slower one hears 408. Kestrel also ends one that falls below 240 bytes a second.</summary>
    /// <value>10 seconds. From 1 second to 5 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00",
        ErrorMessage = "Workers:Producer:BodyTimeout must be from 00:00:01 to 00:05:00: slow callers would hold memory without end.")]
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer may take once the body is there; then the caller hears 503, and whether anything was published.</summary>
    /// <value>10 seconds. From 1 second to 1 minute. A single try of a call to AWS takes at most a fifth of it.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00",
        ErrorMessage = "Workers:Producer:RequestTimeout must be from 00:00:01 to 00:01:00: callers give up after about a minute.")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Requests that one caller may make in a second, health probes aside: who is signed in, else the remote address. One more hears 429.
    /// </summary>
    /// <value>0: no limit. Up to 1,000,000. Behind a proxy every caller has its address, unless ASPNETCORE_FORWARDEDHEADERS_ENABLED is true.</value>
    [Range(0, 1_000_000, ErrorMessage = "Workers:Producer:RequestsPerSecond must be from 0, which is no limit, to 1000000.")]
    public int RequestsPerSecond { get; set; }
}
