using System.Net;
using Microsoft.Extensions.Options;

namespace Workers.Console.Security;

/// <summary>
/// Who is let in. Bound from <c>Workers:Console:SignIn</c>; where people sign in by OpenID Connect, who issues their tokens stands in
/// <c>Authentication:Schemes:OpenIdConnect</c>.
/// </summary>
internal sealed class SignInOptions
{
    public const string Section = "Workers:Console:SignIn";

    /// <summary>Where <c>Authority</c>, <c>ClientId</c> and <c>ClientSecret</c> of OpenID Connect stand.</summary>
    public const string OpenIdConnect = "Authentication:Schemes:OpenIdConnect";

    /// <summary>The header in which a proxy names the operator, for example <c>X-Forwarded-User</c>.</summary>
    /// <value>None: no proxy signs people in.</value>
    public string? ProxyHeader { get; set; }

    /// <summary>
    /// From where the proxy calls: addresses, or networks as <c>10.0.3.0/24</c>. The header of anybody else is not believed.
    /// </summary>
    /// <value>None. Needed with <see cref="ProxyHeader"/>.</value>
    public string[] TrustedProxies { get; set; } = [];

    /// <summary>
    /// The role that somebody needs who signs in by OpenID Connect, in a claim <c>roles</c>, <c>role</c> or <c>groups</c>.
    /// </summary>
    /// <value><c>operator</c>.</value>
    public string Role { get; set; } = "operator";

    /// <summary>
    /// The host names that browsers may use for the console, for example <c>console.example.com</c>; <c>localhost</c> and loopback
    /// always may.
    /// </summary>
    /// <value>None. A page of another site could else point its own name to this machine, and read what it shows.</value>
    public string[] Hosts { get; set; } = [];

    /// <summary>How people sign in.</summary>
    public SignInKind Kind { get; internal set; }

    /// <summary>The networks of <see cref="TrustedProxies"/>.</summary>
    internal IEnumerable<IPNetwork> ProxyNetworks => TrustedProxies.Select(Parse).OfType<IPNetwork>();

    internal static IPNetwork? Parse(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}

/// <summary>How people sign in.</summary>
internal enum SignInKind
{
    /// <summary>Nobody does: the console listens on loopback only.</summary>
    Nobody,

    /// <summary>By OpenID Connect.</summary>
    OpenIdConnect,

    /// <summary>A proxy has signed them in.</summary>
    Proxy,
}

/// <summary>Says at start what would leave the console open, or let nobody in.</summary>
internal sealed class SignInValidation(IConfiguration configuration) : IValidateOptions<SignInOptions>
{
    public ValidateOptionsResult Validate(string? name, SignInOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(SignInOptions options)
    {
        var oidc = configuration.GetSection(SignInOptions.OpenIdConnect);
        if (oidc.Exists() && options.ProxyHeader is not null)
        {
            yield return $"{SignInOptions.OpenIdConnect} and {SignInOptions.Section}:ProxyHeader exclude each other: "
                + "it would not be clear who somebody is.";
        }

        if (oidc.Exists() && (oidc["Authority"] is null || oidc["ClientId"] is null))
        {
            yield return $"{SignInOptions.OpenIdConnect} needs an Authority and a ClientId: nobody could sign in.";
        }

        if (options.ProxyHeader is not null && options.TrustedProxies.Length == 0)
        {
            yield return $"{SignInOptions.Section}:ProxyHeader needs TrustedProxies: anybody could name himself in a header.";
        }

        foreach (var proxy in options.TrustedProxies.Where(proxy => SignInOptions.Parse(proxy) is null))
        {
            yield return $"{SignInOptions.Section}:TrustedProxies ({proxy}) must be an address, or a network as 10.0.3.0/24: "
                + "the proxy would not be known.";
        }

        if (options.Role.Length == 0)
        {
            yield return $"{SignInOptions.Section}:Role must not be empty: nobody could be let in.";
        }

        foreach (var problem in options.Kind is SignInKind.Nobody ? LoopbackOnly.Problems(configuration) : [])
        {
            yield return problem;
        }
    }
}
