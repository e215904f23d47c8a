using System.Net;
using System.Net.Http.Headers;

namespace Workers.Notification.Channels;

/// <summary>What a webhook's answer means: yes, a no to this one notification, or not now.</summary>
internal static class WebhookAnswers
{
    // About the address or our right to it, whatever is posted.
    private static readonly HttpStatusCode[] AboutUs =
    [
        HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed,
        HttpStatusCode.ProxyAuthenticationRequired, HttpStatusCode.Gone,
    ];

    // 425 has no name in .NET.
    private static readonly HttpStatusCode[] Busy =
        [HttpStatusCode.RequestTimeout, (HttpStatusCode)425, HttpStatusCode.TooManyRequests];

    /// <summary>Returns where the answer is a yes.</summary>
    /// <exception cref="UndeliverableException">It refuses this notification.</exception>
    /// <exception cref="ChannelDownException">It may take it later.</exception>
    public static void EnsureYes(HttpResponseMessage response, DateTimeOffset now)
    {
        var (code, number) = (response.StatusCode, (int)response.StatusCode);
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        if (number < 400 || AboutUs.Contains(code))
        {
            throw new ChannelDownException($"the webhook answers {number}; notifications wait until Url is one that takes them");
        }

        if (code == HttpStatusCode.Conflict)   // to an idempotency key: the first request with it is still under way
        {
            throw new ChannelDownException("the webhook answers 409") { IsOutage = false };
        }

        if (number >= 500 || Busy.Contains(code))
        {
            throw new ChannelDownException($"the webhook answers {number}") { After = AfterOf(response.Headers.RetryAfter, now) };
        }

        throw new UndeliverableException($"The webhook refused it with {number}.");
    }

    private static TimeSpan? AfterOf(RetryConditionHeaderValue? asked, DateTimeOffset now) =>
        (asked?.Delta ?? asked?.Date - now) is { } after && after > TimeSpan.Zero ? after : null;
}
