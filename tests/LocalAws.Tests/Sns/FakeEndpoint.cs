using System.Net;
using System.Threading.Channels;

namespace LocalAws.Tests.Sns;

/// <summary>An HTTP endpoint that records what is posted to it, and answers as a test asks for.</summary>
internal sealed class FakeEndpoint : HttpMessageHandler
{
    private readonly Channel<FakePost> _posts = Channel.CreateUnbounded<FakePost>();

    /// <summary>What it answers from now on.</summary>
    public HttpStatusCode Answer { get; set; } = HttpStatusCode.OK;

    public ChannelReader<FakePost> Posts => _posts.Reader;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content!.Headers).ToDictionary(header => header.Key, header => header.Value.First());
        _posts.Writer.TryWrite(new FakePost($"{request.RequestUri}", headers, await request.Content.ReadAsStringAsync(CancellationToken.None)));
        return new HttpResponseMessage(Answer);
    }
}

/// <summary>What was posted.</summary>
internal sealed record FakePost(string Url, IReadOnlyDictionary<string, string> Headers, string Body);
