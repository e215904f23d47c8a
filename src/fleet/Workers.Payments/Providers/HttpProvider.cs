using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace Workers.Payments.Providers;

/// <summary>Posts charges and refunds as JSON, each with its key as <c>Idempotency-Key</c>. See docs/payments.md.</summary>
internal sealed class HttpProvider(IHttpClientFactory clients, IOptions<HttpProviderOptions> options, TimeProvider time) : IPaymentProvider
{
    /// <summary>The name of its HTTP client.</summary>
    public const string ClientName = "payments";

    private readonly HttpProviderOptions _options = options.Value;

    public async Task<ChargeAnswer> ChargeAsync(Charge charge, CancellationToken cancellationToken)
    {
        var body = new ChargeBody(charge.OrderId, charge.CustomerId, charge.PaymentId, charge.Amount);
        return HttpAnswers.ToCharge(await PostAsync("charges", charge.Key, body, ProviderJson.Default.ChargeBody, cancellationToken));
    }

    public async Task RefundAsync(Refund refund, CancellationToken cancellationToken)
    {
        var body = new RefundBody(refund.OrderId, refund.PaymentId, refund.Amount, refund.Reference);
        HttpAnswers.EnsureRefunded(await PostAsync("refunds", refund.Key, body, ProviderJson.Default.RefundBody, cancellationToken));
    }

    private async Task<HttpAnswer> PostAsync<TBody>(
        string path, string key, TBody body, JsonTypeInfo<TBody> type, CancellationToken cancellationToken)
    {
        using var request = Request(path, key, JsonSerializer.SerializeToUtf8Bytes(body, type));
        using var client = clients.CreateClient(ClientName);
        using var timeout = new CancellationTokenSource(_options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await client.SendAsync(request, either.Token);
            return await HttpAnswer.ReadAsync(response, time.GetUtcNow(), either.Token);
        }
        catch (HttpRequestException failure)
        {
            throw new ProviderDownException($"no answer of the provider: {failure.HttpRequestError}");
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ProviderDownException($"no answer of the provider within {_options.Timeout}");
        }
    }

    private HttpRequestMessage Request(string path, string key, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{_options.Url!.AbsoluteUri.TrimEnd('/')}/{path}")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new(MediaTypeNames.Application.Json, "utf-8") } },
        };
        request.Headers.Add("Idempotency-Key", key);
        if (!string.IsNullOrEmpty(_options.Token))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _options.Token);
        }

        return request;
    }
}
