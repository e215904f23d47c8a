using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
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
        builder.Services.AddOptions<SignInOptions>()
            .BindSettings(SignInOptions.Section)
            .PostConfigure(options => options.Kind = oidc.Exists() ? SignInKind.OpenIdConnect
                : options.ProxyHeader is not null ? SignInKind.Proxy
                : SignInKind.Nobody);
        builder.Services.AddSingleton<IValidateOptions<SignInOptions>, SignInValidation>();
        var kind = oidc.Exists() ? SignInKind.OpenIdConnect
            : builder.Configuration.ReadSettings<SignInOptions>(SignInOptions.Section).ProxyHeader is not null ? SignInKind.Proxy
            : SignInKind.Nobody;
        builder.AddScheme(kind, oidc);
        builder.Services.AddAuthorization();
        builder.Services.AddOptions<AuthorizationOptions>().Configure<IOptions<SignInOptions>>((policies, signIn) =>
            policies.AddPolicy(Operators, policy => policy.RequireAssertion(call => MayCome(call.User, signIn.Value))));
        builder.Services.AddOptions<HostFilteringOptions>().PostConfigure<IOptions<SignInOptions>>((hosts, signIn) =>
        {
            hosts.AllowedHosts = [.. Loopback, .. signIn.Value.Hosts];
            hosts.AllowEmptyHosts = false;
            hosts.IncludeFailureMessage = false;
        });
        if (kind is SignInKind.Nobody)
        {
            builder.ListenOnLoopback();
        }
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

    private static void AddScheme(this WebApplicationBuilder builder, SignInKind kind, IConfigurationSection oidc)
    {
        switch (kind)
        {
            case SignInKind.OpenIdConnect:
                builder.Services.AddAuthentication(schemes =>
                {
                    schemes.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                    schemes.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
                    schemes.DefaultForbidScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                }).AddCookie(cookie =>
                {
                    cookie.Cookie.Name = "__Host-console";
                    cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    cookie.ExpireTimeSpan = TimeSpan.FromHours(8);   // a shift
                    cookie.Events.OnRedirectToAccessDenied = denied =>
                    {
                        denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                        return Task.CompletedTask;
                    };
                }).AddOpenIdConnect(connect =>
                {
                    oidc.Bind(connect);
                    connect.ResponseType = "code";
                    connect.MapInboundClaims = false;
                    connect.SaveTokens = false;
                });
                break;
            case SignInKind.Proxy:
                builder.Services.AddAuthentication(ProxyHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, ProxyHandler>(ProxyHandler.SchemeName, null);
                break;
            default:
                builder.Services.AddAuthentication();
                break;
        }
    }

    // Whatever address the configuration names, its port is kept and its host is not.
    private static void ListenOnLoopback(this WebApplicationBuilder builder)
    {
        var urls = builder.Configuration["urls"] ?? string.Join(';', (builder.Configuration["http_ports"] ?? "").Split(
            ';', StringSplitOptions.RemoveEmptyEntries).Select(port => $"http://127.0.0.1:{port}"));
        var listens = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(BindingAddress.Parse)
            .Select(address => $"{address.Scheme}://127.0.0.1:{address.Port}");
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, string.Join(';', listens));
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, "");
        builder.WebHost.UseSetting(WebHostDefaults.HttpsPortsKey, "");
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
