using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace LocalAws.Tests.Http;

/// <summary>A server of its own for each test, and a client that speaks AWS JSON to it by hand.</summary>
public abstract class HttpSpec : IAsyncLifetime
{
    private readonly HttpClient _client = new();

    private protected LocalAwsServer Server { get; private set; } = null!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        Server = await LocalAwsServer.StartAsync(new LocalAwsOptions { Port = 0 }, Cancellation);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _client.Dispose();
        await Server.DisposeAsync();
    }

    private protected Task<HttpResponseMessage> GetAsync(string path) =>
        _client.GetAsync(new Uri(Server.Endpoint, path), Cancellation);

    private protected Task<HttpResponseMessage> PostAsync(string path, HttpContent? content = null) =>
        _client.PostAsync(new Uri(Server.Endpoint, path), content, Cancellation);

    private protected Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request, Cancellation);

    private protected Task<HttpResponseMessage> CallAsync(string? target, string body, string region = "us-east-1") =>
        SendAsync(target, new StringContent(body, Encoding.UTF8), region, Cancellation);

    private protected Task<HttpResponseMessage> CallAsync(string? target, HttpContent body) =>
        SendAsync(target, body, "us-east-1", Cancellation);

    /// <summary>A call whose client may leave before the answer.</summary>
    private protected Task<HttpResponseMessage> CallAndLeaveAsync(string target, string body, CancellationToken leaving) =>
        SendAsync(target, new StringContent(body, Encoding.UTF8), "us-east-1", leaving);

    private protected static async Task<JsonNode> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;

    private async Task<HttpResponseMessage> SendAsync(
        string? target, HttpContent body, string region, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Server.Endpoint) { Content = body };
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=test/20260115/{region}/sqs/aws4_request, SignedHeaders=host, Signature=0");
        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        return await _client.SendAsync(request, cancellationToken);
    }
}
