using System.Net;
using System.Text.Json.Nodes;
using Workers.Contracts;

namespace Workers.Local.Demo;

/// <summary>The producer's API as a customer's program would call it.</summary>
internal sealed class ShopClient(HttpClient http)
{
    public async Task StockAsync(string productId, int units, int threshold, CancellationToken cancellationToken)
    {
        using var response = await http.PutAsJsonAsync(
            $"/inventory/{productId}", new { name = productId, currentStock = units, threshold }, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task<bool> IsStockedAsync(string productId, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync($"/inventory/{productId}", cancellationToken);
        return response.IsSuccessStatusCode;
    }

    public async Task PlaceAsync(DemoOrder order, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(
            "/orders",
            new
            {
                orderId = order.OrderId,
                customerId = order.CustomerId,
                amount = order.Amount,
                shippingAddress = order.ShippingAddress,
                items = order.Lines.Select(line => new { productId = line.ProductId, quantity = line.Quantity }),
                fulfilment = order.IsOrchestrated ? Fulfilment.Orchestrated : Fulfilment.Choreographed,
            },
            cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task CancelAsync(DemoOrder order, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(
            $"/orders/{order.OrderId}/cancel", new { customerId = order.CustomerId, reason = "Found it cheaper" }, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task RegisterAsync(string customerId, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(
            "/events", new { eventType = "UserRegistered", customerId, email = $"{customerId}@mail.example" }, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task OpenTicketAsync(string ticketId, string customerId, string priority, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(
            "/tickets", new { ticketId, customerId, priority, subject = "Where is my order?" }, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Settles a ticket; false while unknown.</summary>
    public async Task<bool> ResolveAsync(string ticketId, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync($"/tickets/{ticketId}/resolve", new { by = "the demo" }, cancellationToken);
        return response.IsSuccessStatusCode;
    }

    /// <summary>What an order is; null while unknown.</summary>
    public async Task<string?> StatusOfAsync(string orderId, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync($"/orders/{orderId}", cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return (string?)(await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["status"];
    }
}
