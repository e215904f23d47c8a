using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;
using Workers.Events.Settings;

namespace Workers.Console.Security;

/// <summary>Sign-in, and who may see the console under which name. Without a way to sign in it listens on loopback only.</summary>
internal static partial class SignIn
{
    /// <summary>The policy of every page and act.</summary>
    public const string Operators = "operators";

    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] RoleClaims = ["roles", "role", "groups"];

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var oidc = builder.Configuration.GetSection(SignInOptions.OpenIdConnect);
        var kind = oidc.Exists() ? SignInKind.OpenIdConnect
            : builder.Configuration.ReadSettings<SignInOptions>(SignInOptions.Section).ProxyHeader is not null ? SignInKind.Proxy
            : SignInKind.Nobody;
        builder.Services.AddOptions<SignInOptions>().BindSettings(SignInOptions.Section).PostConfigure(options => options.Kind = kind);
        builder.Services.AddSingleton<IValidateOptions<SignInOptions>, SignInValidation>();
        switch (kind)
        {
            case SignInKind.OpenIdConnect:
                builder.Services.AddOpenIdSignIn(oidc);
                break;
            case SignInKind.Proxy:
                builder.Services.AddAuthentication(ProxyHandler.SchemeName)
                    .AddScheme<AuthenticationSchemeOptions, ProxyHandler>(ProxyHandler.SchemeName, null);
                break;
            default:
                builder.Services.AddAuthentication();
                builder.ListenOnLoopback();
                break;
        }

        builder.Services.AddAuthorization();
        builder.Services.AddOptions<AuthorizationOptions>().Configure<IOptions<SignInOptions>>((policies, signIn) =>
            policies.AddPolicy(Operators, policy => policy.RequireAssertion(call => MayCome(call.User, signIn.Value))));
        builder.Services.AddOptions<HostFilteringOptions>().PostConfigure<IOptions<SignInOptions>>((hosts, signIn) =>
        {
            hosts.AllowedHosts = [.. Loopback, .. signIn.Value.Hosts];
            hosts.AllowEmptyHosts = false;
            hosts.IncludeFailureMessage = false;
        });
    }

    private static bool MayCome(ClaimsPrincipal user, SignInOptions options) => options.Kind switch
    {
        SignInKind.Nobody => true,
        SignInKind.Proxy => user.Identity is { IsAuthenticated: true },
        _ => user.Claims.Any(claim => RoleClaims.Contains(claim.Type) && claim.Value == options.Role),
    };

    /// <summary>Says at start who is let in.</summary>
    public static void LogHowOpen(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<SignInOptions>>().Value;
        var acts = app.Services.GetRequiredService<IOptions<ConsoleOptions>>().Value.Actions ? "may act" : "may only look";
        switch (options.Kind)
        {
            case SignInKind.Nobody:
                LogLoopback(app.Logger, acts, string.Join(", ", app.Urls));
                break;
            case SignInKind.Proxy:
                LogProxy(app.Logger, acts, options.ProxyHeader!, string.Join(", ", options.TrustedProxies));
                break;
            default:
                LogOpenId(app.Logger, acts, options.Role);
                break;
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Nobody signs in, so the console listens on loopback only: {Urls}. Whoever is at this machine {Acts}. "
        + "Authentication:Schemes:OpenIdConnect or Workers:Console:SignIn:ProxyHeader opens it to others.")]
    private static partial void LogLoopback(ILogger logger, string acts, string urls);

    [LoggerMessage(LogLevel.Information, "Operators {Acts}; the header {Header} names them, from proxies at {Proxies}")]
    private static partial void LogProxy(ILogger logger, string acts, string header, string proxies);

    [LoggerMessage(LogLevel.Information, "Operators {Acts}; they sign in by OpenID Connect and need the role {Role}")]
    private static partial void LogOpenId(ILogger logger, string acts, string role);
}
