using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace Workers.Partners;

/// <summary>Posts calls to a partner as JSON, each with its key as <c>Idempotency-Key</c>. See docs/payments.md.</summary>
internal sealed class PartnerClient(IHttpClientFactory clients, IOptions<PartnerHttpOptions> options, TimeProvider time)
{
    /// <summary>The name of its HTTP client.</summary>
    public const string Name = "partner";

    private readonly PartnerHttpOptions _options = options.Value;

    /// <summary>Makes a call, which may be one that was made before, under the same key.</summary>
    /// <exception cref="PartnerDownException">There was no answer.</exception>
    public async Task<PartnerAnswer<TAnswer>> PostAsync<TBody, TAnswer>(
        PartnerCall call,
        string key,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<TAnswer> answerType,
        CancellationToken cancellationToken)
        where TAnswer : class
    {
        using var request = Request(call.Path, key, JsonSerializer.SerializeToUtf8Bytes(body, bodyType));
        using var client = clients.CreateClient(Name);
        using var timeout = new CancellationTokenSource(_options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await client.SendAsync(request, either.Token);
            return await PartnerAnswer<TAnswer>.ReadAsync(response, answerType, time.GetUtcNow(), either.Token);
        }
        catch (HttpRequestException failure)
        {
            throw new PartnerDownException($"no answer of the {call.Partner}: {failure.HttpRequestError}");
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new PartnerDownException($"no answer of the {call.Partner} within {_options.Timeout}");
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
