using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Workers.Defaults.Health;

/// <summary>The app's <c>--health</c> mode: asks the running instance beside it whether it is ready, for images that have no curl.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>0 where the instance is ready, else 1, with a line on standard error that says why.</summary>
    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        using var client = new HttpClient { Timeout = Patience };
        var url = ReadyUrl(configuration);
        try
        {
            using var response = await client.GetAsync(url);
            if (response.IsSuccessStatusCode)
            {
                return 0;
            }

            await Console.Error.WriteLineAsync($"{url} answers {(int)response.StatusCode}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{url} does not answer: {exception.Message}");
        }

        return 1;
    }

    /// <summary>The first address that this configuration makes Kestrel listen on, as seen from this machine.</summary>
    internal static Uri ReadyUrl(IConfiguration configuration)
    {
        var url = First(configuration["urls"]) ?? $"http://*:{First(configuration["http_ports"])}";
        var address = BindingAddress.Parse(url);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return new Uri($"{address.Scheme}://{host}:{address.Port}{HealthEndpoints.ReadyPath}");
    }

    private static string? First(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
}
