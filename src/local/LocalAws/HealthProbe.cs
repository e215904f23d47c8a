namespace LocalAws;

/// <summary>The <c>--health</c> mode: asks the server that runs already, for images that have no curl.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>0 where the server that was started with these options answers, else 1, with a line on standard error that says why.</summary>
    public static async Task<int> RunAsync(LocalAwsOptions options, CancellationToken cancellationToken)
    {
        var host = options.Host is "0.0.0.0" ? "127.0.0.1" : options.Host;
        var url = new UriBuilder("http", host, options.Port, "/_local/health").Uri;
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await client.GetAsync(url, cancellationToken);
            response.EnsureSuccessStatusCode();
            return 0;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{url} does not answer: {exception.Message}");
            return 1;
        }
    }
}
