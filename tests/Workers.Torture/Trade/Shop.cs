using System.Text.Json.Nodes;
using Workers.Contracts;

namespace Workers.Torture.Trade;

/// <summary>
/// The producer's API, called until it says yes. Each request carries a key, so that asking again is the same event: a no may
/// have been a yes whose answer was lost.
/// </summary>
internal sealed class Shop(HttpClient http, TimeProvider time)
{
    private const string TooLate = "The order cannot be cancelled.";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public Task<string> StockAsync(Product product, CancellationToken cancellationToken) => TakenAsync(
        HttpMethod.Put,
        $"/inventory/{product.ProductId}",
        $"stock-{product.ProductId}",
        new { currentStock = product.Stock, threshold = product.Threshold, name = product.ProductId },
        cancellationToken);

    public Task<string> RestockAsync(string productId, int quantity, string key, CancellationToken cancellationToken) => TakenAsync(
        HttpMethod.Post, $"/inventory/{productId}/restock", key, new { quantity }, cancellationToken);

    public Task<string> PlaceAsync(Order order, string key, CancellationToken cancellationToken) => TakenAsync(
        HttpMethod.Post,
        "/orders",
        key,
        new
        {
            orderId = order.OrderId,
            customerId = order.CustomerId,
            amount = order.Amount,
            shippingAddress = order.ShippingAddress,
            fulfilment = order.IsOrchestrated ? Fulfilment.Orchestrated : Fulfilment.Choreographed,
            items = order.Lines.Select(line => new { productId = line.Key, quantity = line.Value, price = Order.Price }),
        },
        cancellationToken);

    /// <returns>The id of the event; null where the order cannot be cancelled any more.</returns>
    public Task<string?> CancelAsync(Order order, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Post,
        $"/orders/{order.OrderId}/cancel",
        $"cancel-{order.OrderId}",
        new { customerId = order.CustomerId, reason = "Found it cheaper" },
        cancellationToken);

    public Task<string> ActAsync(Act act, string key, CancellationToken cancellationToken) => TakenAsync(
        HttpMethod.Post,
        "/events",
        key,
        new Dictionary<string, object>
        {
            ["detail-type"] = "analytics-event",
            ["detail"] = new
            {
                eventType = act.Type,
                userId = act.UserId,
                sessionId = act.SessionId,
                timestamp = act.At,
                properties = new { orderValue = act.OrderValue, currency = act.Currency, page = "/products" },
            },
        },
        cancellationToken);

    private async Task<string> TakenAsync<T>(HttpMethod method, string path, string key, T body, CancellationToken cancellationToken) =>
        await SendAsync(method, path, key, body, cancellationToken)
        ?? throw new InvalidOperationException($"The producer refused {method} {path}.");

    /// <summary>Returns when the customers worker has heard of a customer.</summary>
    public async Task UntilKnownAsync(string customerId, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var response = await http.GetAsync(new Uri($"/customers/{customerId}", UriKind.Relative), cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <returns>The id of the event; null where it was too late for one.</returns>
    private async Task<string?> SendAsync<T>(HttpMethod method, string path, string key, T body, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", key);
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return (string)(await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["eventId"]!;
            }

            // 409, unless it says so: an earlier try of this very request still has its lease, because its answer was lost.
            var answer = await response.Content.ReadAsStringAsync(cancellationToken);
            if (answer.Contains(TooLate, StringComparison.Ordinal))
            {
                return null;
            }

            if ((int)response.StatusCode < 500 && response.StatusCode != System.Net.HttpStatusCode.Conflict)
            {
                throw new InvalidOperationException($"The producer refused {method} {path}: {answer}");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
