using System.Net.Mime;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Workers.Notification.Channels;

/// <summary>
/// Posts a notification as JSON, with its id as <c>Idempotency-Key</c> so that the receiver can drop a repeat, and signed, so that it can
/// tell our requests from others'.
/// </summary>
internal sealed partial class WebhookChannel : IChannel
{
    private readonly IHttpClientFactory _clients;
    private readonly WebhookChannelOptions _options;
    private readonly TimeProvider _time;
    private readonly byte[][] _keys;

    public WebhookChannel(
        IHttpClientFactory clients, IOptions<WebhookChannelOptions> options, TimeProvider time, ILogger<WebhookChannel> logger)
    {
        (_clients, _options, _time) = (clients, options.Value, time);
        _keys = [.. _options.Secrets.Select(WebhookSignature.KeyOf).OfType<byte[]>()];
        if (_options.Url is not null && _keys is [])
        {
            LogUnsigned(logger);
        }
    }

    public string Name => ChannelNames.Webhook;

    public async Task SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        using var request = Request(notification);
        using var client = _clients.CreateClient(Name);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            WebhookAnswers.EnsureYes(response, _time.GetUtcNow());
        }
        catch (HttpRequestException failure)
        {
            throw new ChannelDownException($"no answer of the webhook: {failure.HttpRequestError}");
        }
    }

    private HttpRequestMessage Request(OutgoingNotification notification)
    {
        var key = IdempotencyKey.Of(notification);
        var body = JsonSerializer.SerializeToUtf8Bytes(WebhookBody.Of(notification), WebhookJson.Default.WebhookBody);
        var request = new HttpRequestMessage(HttpMethod.Post, _options.Url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new(MediaTypeNames.Application.Json, "utf-8") } },
        };
        request.Headers.Add(IdempotencyKey.Header, key);
        if (_keys is not [])
        {
            foreach (var (name, value) in WebhookSignature.Headers(key, _time.GetUtcNow(), body, _keys))
            {
                request.Headers.Add(name, value);
            }
        }

        return request;
    }

    [LoggerMessage(LogLevel.Warning, "Webhook requests are not signed: set Workers:Notification:Channels:webhook:Secret")]
    private static partial void LogUnsigned(ILogger logger);
}
