using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;
using Workers.Events.Settings;
using Workers.Producer.Http;

namespace Workers.Producer.Callers;

/// <summary>
/// Sign-in by bearer token, by ASP.NET Core's own configuration. Off unless <c>Authentication:Schemes:Bearer</c> is there; then each
/// token needs an issuer and an audience that stand in it.
/// </summary>
internal static partial class SignIn
{
    /// <summary>The policy of what customers do.</summary>
    public const string Customer = "customer";

    /// <summary>The policy of everything else.</summary>
    public const string Staff = "staff";

    private const string Scheme = $"Authentication:Schemes:{JwtBearerDefaults.AuthenticationScheme}";

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var scheme = builder.Configuration.GetSection(Scheme);
        builder.Services.AddOptions<SignInOptions>()
            .BindSettings("Workers:Producer:SignIn")
            .PostConfigure(options => options.IsOn = scheme.Exists())
            .ValidateDataAnnotations()
            .Validate(
                options => !options.IsOn || NamesIssuerAndAudience(scheme),
                $"{Scheme} needs an Authority or ValidIssuer, and a ValidAudience: without, no token could be told from those made for others.");
        var unknown = UnknownKeys(builder.Configuration).ToList();
        builder.Services.AddOptions<SignInOptions>().Validate(
            _ => unknown is [],
            $"{string.Join(", ", unknown)}: nobody would read it, and nobody would be asked to sign in. Sign-in is configured under {Scheme}.");
        var authentication = builder.Services.AddAuthentication();
        if (scheme.Exists())
        {
            authentication.AddJwtBearer(bearer => bearer.MapInboundClaims = false);
            builder.Services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer =>
            {
                bearer.TokenValidationParameters.ValidateIssuer = true;
                bearer.TokenValidationParameters.ValidateAudience = true;
            });
        }

        builder.Services.AddAuthorization();
        builder.Services.AddOptions<Microsoft.AspNetCore.Authorization.AuthorizationOptions>()
            .Configure<IOptions<SignInOptions>>((policies, signIn) =>
            {
                policies.AddPolicy(Customer, policy => policy.RequireAssertion(
                    call => !signIn.Value.IsOn || HasScope(call.User, signIn.Value.CustomerScope) || HasScope(call.User, signIn.Value.StaffScope)));
                policies.AddPolicy(Staff, policy => policy.RequireAssertion(
                    call => !signIn.Value.IsOn || HasScope(call.User, signIn.Value.StaffScope)));
            });
    }

    public static bool HasScope(ClaimsPrincipal user, string scope) => user.Claims
        .Where(claim => claim.Type is "scope" or "scp")
        .Any(claim => claim.Value.Split(' ').Contains(scope));

    /// <summary>Says at start what the API does not ask of its callers.</summary>
    public static void LogHowOpen(this WebApplication app)
    {
        var signIn = app.Services.GetRequiredService<IOptions<SignInOptions>>().Value.IsOn ? "must sign in" : "need not sign in";
        var most = app.Services.GetRequiredService<IOptions<RequestLimitOptions>>().Value.RequestsPerSecond;
        var rate = most > 0 ? $"at most {most} requests a second each" : "any number of requests";
        var hosts = string.Join(", ", app.Services.GetRequiredService<IOptions<HostFilteringOptions>>().Value.AllowedHosts);
        LogOpen(app.Logger, signIn, rate, hosts);
    }

    // A slip here would leave the API open.
    private static IEnumerable<string> UnknownKeys(ConfigurationManager configuration) =>
        configuration.GetSection("Authentication").GetChildren()
            .SelectMany(child => IsNamed(child, "Schemes") ? child.GetChildren().Where(scheme => !IsNamed(scheme, JwtBearerDefaults.AuthenticationScheme)) : [child])
            .Select(child => child.Path);

    private static bool IsNamed(IConfigurationSection section, string name) => section.Key.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool NamesIssuerAndAudience(IConfigurationSection scheme) =>
        (scheme["Authority"] is not null || scheme["ValidIssuer"] is not null || scheme.GetSection("ValidIssuers").Exists())
        && (scheme["ValidAudience"] is not null || scheme.GetSection("ValidAudiences").Exists());

    [LoggerMessage(Level = LogLevel.Information, Message = "Callers {SignIn}, may make {Rate}, under the host names {Hosts}")]
    private static partial void LogOpen(ILogger logger, string signIn, string rate, string hosts);
}
