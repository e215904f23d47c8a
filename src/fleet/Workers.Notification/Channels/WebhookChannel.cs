using Microsoft.Extensions.Options;

namespace Workers.Notification.Channels;

/// <summary>Posts a notification as JSON, with its id as <c>Idempotency-Key</c> so that the receiver can drop a repeat.</summary>
internal sealed class WebhookChannel(IHttpClientFactory clients, IOptions<WebhookChannelOptions> options) : IChannel
{
    public string Name => ChannelNames.Webhook;

    public async Task SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Url)
        {
            Content = JsonContent.Create(WebhookBody.Of(notification), WebhookJson.Default.WebhookBody),
        };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", notification.NotificationId);

        using var client = clients.CreateClient(Name);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
