using System.Net;

namespace Workers.Console.Security;

/// <summary>Where the console listens while nobody signs in: on this machine's loopback addresses, and nowhere else.</summary>
internal static class LoopbackOnly
{
    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>Opens ports that are named without an address, as container images name them, on loopback.</summary>
    public static void ListenOnLoopback(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is not null)
        {
            return;
        }

        string[] addresses = [.. Ports("http", WebHostDefaults.HttpPortsKey), .. Ports("https", WebHostDefaults.HttpsPortsKey)];
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, string.Join(';', addresses));
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, "");
        builder.WebHost.UseSetting(WebHostDefaults.HttpsPortsKey, "");

        IEnumerable<string> Ports(string scheme, string key) =>
            (builder.Configuration[key] ?? "").Split(';', Trimmed).Select(port => $"{scheme}://127.0.0.1:{port}");
    }

    /// <summary>A sentence for each address that others would reach.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        var named = (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', Trimmed)
            .Select(url => (Key: WebHostDefaults.ServerUrlsKey, Url: url));
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(endpoint => (Key: $"{endpoint.Path}:Url", Url: endpoint["Url"] ?? ""));
        return named.Concat(endpoints).Where(address => address.Url.Length > 0 && !IsLoopback(address.Url)).Select(address =>
            $"{address.Key} ({address.Url}) is an address that others reach, and nobody signs in: whoever comes could read dead letters. "
            + $"Name 127.0.0.1, or let people sign in by {SignInOptions.OpenIdConnect} or {SignInOptions.Section}:ProxyHeader.");
    }

    private static bool IsLoopback(string url)
    {
        var host = BindingAddress.Parse(url).Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }
}
