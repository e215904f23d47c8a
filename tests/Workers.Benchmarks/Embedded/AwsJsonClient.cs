using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Workers.Benchmarks.Embedded;

/// <summary>
/// Calls by hand-written HTTP: an SDK on this side would take more processor time than the server that is measured.
/// </summary>
internal sealed class AwsJsonClient(Uri endpoint) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    /// <summary>Makes one call.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task<JsonDocument> CallAsync(string target, string body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=test/20260115/us-east-1/{ServiceOf(target)}/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await _http.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? JsonDocument.Parse(answer.Length == 0 ? "{}"u8.ToArray() : answer)
            : throw new InvalidOperationException($"{endpoint} refused {target}: {Encoding.UTF8.GetString(answer)}");
    }

    public void Dispose() => _http.Dispose();

    private static string ServiceOf(string target) => target[..target.IndexOf('.', StringComparison.Ordinal)] switch
    {
        "AmazonSQS" => "sqs",
        "AWSEvents" => "events",
        _ => "dynamodb",
    };
}
