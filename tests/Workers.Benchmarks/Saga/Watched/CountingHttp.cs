using Amazon.Runtime;

namespace Workers.Benchmarks.Saga.Watched;

/// <summary>Gives a worker's clients connections on which every request is counted that was answered.</summary>
internal sealed class CountingHttp(WorkerCalls calls) : HttpClientFactory
{
    private readonly string _id = $"{Guid.NewGuid():N}";

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new CountingHandler(calls)) { Timeout = clientConfig.Timeout!.Value };

    // The SDK would share one client among workers whose settings are the same.
    public override string GetConfigUniqueString(IClientConfig clientConfig) => _id;

    private sealed class CountingHandler(WorkerCalls calls) : DelegatingHandler(new SocketsHttpHandler())
    {
        private static readonly Dictionary<string, string> Services = new()
        {
            ["DynamoDB_20120810"] = "dynamodb",
            ["AmazonSQS"] = "sqs",
            ["AWSEvents"] = "events",
        };

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var target = request.Headers.GetValues("X-Amz-Target").First().Split('.');
            calls.Note($"{Services[target[0]]}.{target[1]}");
            return response;
        }
    }
}
