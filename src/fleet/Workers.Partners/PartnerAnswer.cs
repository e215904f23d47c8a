using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Workers.Partners;

/// <summary>What came back over HTTP.</summary>
/// <param name="Code">The status code.</param>
/// <param name="Body">The body; null where it is none that the contract knows.</param>
/// <param name="After">When the partner asked us to come back, where it did; at most 15 minutes.</param>
internal sealed record PartnerAnswer<TBody>(int Code, TBody? Body, TimeSpan? After)
    where TBody : class
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Whether it is one of the codes of a yes.</summary>
    public bool IsYes => Code is 200 or 201;

    public static async Task<PartnerAnswer<TBody>> ReadAsync(
        HttpResponseMessage response, JsonTypeInfo<TBody> type, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(
            (int)response.StatusCode,
            BodyOf(await response.Content.ReadAsByteArrayAsync(cancellationToken), type),
            AfterOf(response.Headers.RetryAfter, now));

    private static TBody? BodyOf(byte[] body, JsonTypeInfo<TBody> type)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? AfterOf(RetryConditionHeaderValue? asked, DateTimeOffset now) =>
        (asked?.Delta ?? asked?.Date - now) is not { } after || after <= TimeSpan.Zero ? null
        : after < LongestWait ? after
        : LongestWait;
}
