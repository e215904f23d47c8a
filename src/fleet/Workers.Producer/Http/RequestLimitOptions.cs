using System.ComponentModel.DataAnnotations;

namespace Workers.Producer.Http;

/// <summary>How much the API takes on at once. Bound from <c>Workers:Producer</c>.</summary>
internal sealed class RequestLimitOptions
{
    /// <summary>Requests that are answered at once, health probes aside; one more hears 429 and when to come back.</summary>
    /// <value>200. From 1 to 10,000. Each may hold a body of 256 KB and a connection to AWS.</value>
    [Range(1, 10_000, ErrorMessage = "Workers:Producer:MaxConcurrentRequests must be from 1 to 10000: with none, every request would be refused.")]
    public int MaxConcurrentRequests { get; set; } = 200;
}
