using System.Net.Http.Headers;
using System.Text.Json;

namespace Workers.Payments.Providers;

/// <summary>What came back over HTTP.</summary>
/// <param name="Code">The status code.</param>
/// <param name="Body">The body; null where it is none that the contract knows.</param>
/// <param name="After">When the provider asked us to come back, where it did; at most 15 minutes.</param>
internal sealed record HttpAnswer(int Code, AnswerBody? Body, TimeSpan? After)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Whether it is one of the codes of a yes.</summary>
    public bool IsYes => Code is 200 or 201;

    public static async Task<HttpAnswer> ReadAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(
            (int)response.StatusCode,
            BodyOf(await response.Content.ReadAsByteArrayAsync(cancellationToken)),
            AfterOf(response.Headers.RetryAfter, now));

    private static AnswerBody? BodyOf(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ProviderJson.Default.AnswerBody);
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
