using System.Net;
using System.Text;
using Amazon.Runtime;

namespace Workers.Tests.Effects.Fakes;

/// <summary>An endpoint that answers every request of the SDK the same, and counts them.</summary>
internal sealed class CannedHttp(HttpStatusCode status, string body) : HttpClientFactory
{
    private int _requests;

    public int Requests => _requests;

    private HttpStatusCode Status { get; } = status;

    private string Body { get; } = body;

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this), disposeHandler: true);

    private sealed class Handler(CannedHttp owner) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref owner._requests);
            return Task.FromResult(new HttpResponseMessage(owner.Status)
            {
                RequestMessage = request,
                Content = new StringContent(owner.Body, Encoding.UTF8, "application/x-amz-json-1.0"),
            });
        }
    }
}
