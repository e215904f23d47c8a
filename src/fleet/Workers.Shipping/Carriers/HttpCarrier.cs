using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Workers.Shipping.Carriers;

/// <summary>Posts a shipment as JSON, with its key as <c>Idempotency-Key</c>. See docs/payments.md, Shipping.</summary>
internal sealed class HttpCarrier(IHttpClientFactory clients, IOptions<HttpCarrierOptions> options, TimeProvider time) : ICarrier
{
    /// <summary>The name of its HTTP client.</summary>
    public const string ClientName = "shipping";

    private readonly HttpCarrierOptions _options = options.Value;

    public async Task<CarrierAnswer> CreateAsync(ShipmentRequest request, CancellationToken cancellationToken)
    {
        using var post = Post(request);
        using var client = clients.CreateClient(ClientName);
        using var timeout = new CancellationTokenSource(_options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await client.SendAsync(post, either.Token);
            return HttpAnswers.ToAnswer(await HttpAnswer.ReadAsync(response, time.GetUtcNow(), either.Token));
        }
        catch (HttpRequestException failure)
        {
            throw new CarrierDownException($"no answer of the carrier: {failure.HttpRequestError}");
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new CarrierDownException($"no answer of the carrier within {_options.Timeout}");
        }
    }

    private HttpRequestMessage Post(ShipmentRequest request)
    {
        var lines = request.Items.Select(item => new ShipmentLine(item.ProductId, item.Quantity));
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new ShipmentBody(request.OrderId, request.ShipmentId, request.CustomerId, request.Address, [.. lines]),
            CarrierJson.Default.ShipmentBody);
        var post = new HttpRequestMessage(HttpMethod.Post, $"{_options.Url!.AbsoluteUri.TrimEnd('/')}/shipments")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new(MediaTypeNames.Application.Json, "utf-8") } },
        };
        post.Headers.Add("Idempotency-Key", request.Key);
        if (!string.IsNullOrEmpty(_options.Token))
        {
            post.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _options.Token);
        }

        return post;
    }
}
