using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Workers.OrderHistory;
using Workers.Producer.Orders;

namespace Workers.Producer.Following;

/// <summary>Writes server-sent events: one for each version of an order that is seen, and a comment now and then while nothing changes.</summary>
internal sealed class OrderStream(HttpResponse response, IOptions<JsonOptions> json)
{
    public const string ContentType = "text/event-stream";

    private const string Comment = ":\n\n";

    /// <summary>Sends the headers, so that the caller knows at once that it is heard.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-cache";
        response.Headers["X-Accel-Buffering"] = "no";   // nginx would hold events back
        response.HttpContext.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        await response.StartAsync(cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    public Task WriteAsync(Order order, CancellationToken cancellationToken)
    {
        var data = JsonSerializer.Serialize(OrderAnswer.Of(order), json.Value.SerializerOptions);
        return SendAsync(
            string.Create(CultureInfo.InvariantCulture, $"id: {order.Version}\nevent: {order.Status}\ndata: {data}\n\n"), cancellationToken);
    }

    /// <summary>Keeps proxies from closing a connection that is silent.</summary>
    public Task WriteHeartbeatAsync(CancellationToken cancellationToken) => SendAsync(Comment, cancellationToken);

    private async Task SendAsync(string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
