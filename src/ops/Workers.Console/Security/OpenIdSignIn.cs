using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Workers.Console.Security;

/// <summary>Signs people in by OpenID Connect: the code flow with PKCE, and a cookie of ours for a shift.</summary>
internal static partial class OpenIdSignIn
{
    /// <summary>The header of a page that refreshes itself: where the sign-in has ended it is told so, and loads itself anew.</summary>
    private const string RefreshHeader = "X-Refresh";

    private static readonly TimeSpan Shift = TimeSpan.FromHours(8);

    public static void AddOpenIdSignIn(this IServiceCollection services, IConfigurationSection provider) =>
        services.AddAuthentication(schemes =>
        {
            schemes.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            schemes.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            schemes.DefaultForbidScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        }).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "__Host-console";
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = Shift;
            cookie.SlidingExpiration = false;   // an open page asks for ever; a role that was taken away counts at the next sign-in
            cookie.Events.OnRedirectToAccessDenied = RefuseAsync;
        }).AddOpenIdConnect(connect =>
        {
            provider.Bind(connect);
            connect.ResponseType = "code";
            connect.UsePkce = true;
            connect.MapInboundClaims = false;
            connect.SaveTokens = false;
            connect.Events.OnRedirectToIdentityProvider = AskForPagesOnlyAsync;
            connect.Events.OnRemoteFailure = TellOfFailureAsync;
        });

    /// <summary>Maps the way out. It needs no role: whoever signed in under the wrong name has to get out again.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-out", SignOutAsync);
        routes.MapGet("/signed-out", SignedOutAsync);
    }

    private static async Task<Results<RedirectHttpResult, BadRequest>> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return TypedResults.LocalRedirect("/signed-out");
    }

    private static async Task<IResult> SignedOutAsync(HttpContext context, IOptionsMonitor<OpenIdConnectOptions> connect)
    {
        var options = connect.Get(OpenIdConnectDefaults.AuthenticationScheme);
        var provider = await options.ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
        return Door.Page(
            StatusCodes.Status200OK,
            "You are signed out",
            "The identity provider may still know you, and would let you in again without asking.",
            string.IsNullOrEmpty(provider.EndSessionEndpoint)
                ? null
                : $"{provider.EndSessionEndpoint}?client_id={Uri.EscapeDataString(options.ClientId!)}");
    }

    // A form cannot be led to the provider and back: what it said would be lost on the way.
    private static Task AskForPagesOnlyAsync(RedirectContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Headers.ContainsKey(RefreshHeader))
        {
            return Task.CompletedTask;
        }

        context.HandleResponse();
        return Door.Page(StatusCodes.Status401Unauthorized, "Your sign-in has ended", "Nothing was done. Sign in, and do it again.")
            .ExecuteAsync(context.HttpContext);
    }

    private static Task TellOfFailureAsync(RemoteFailureContext context)
    {
        var logger = context.HttpContext.RequestServices.GetRequiredService<ILogger<OpenIdConnectHandler>>();
        LogRefused(logger, context.Failure?.Message ?? "no reason was given");
        context.HandleResponse();
        const string Text = "The identity provider's answer was not accepted; the console's log says why.";
        return Door.Page(StatusCodes.Status401Unauthorized, "You are not signed in", Text).ExecuteAsync(context.HttpContext);
    }

    private static Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var role = context.HttpContext.RequestServices.GetRequiredService<IOptions<SignInOptions>>().Value.Role;
        var name = Operator.Of(context.HttpContext.User).Name;
        var text = $"{name} has not the role {role}, which this console asks for.";
        return Door.Page(StatusCodes.Status403Forbidden, "You may not come in", text).ExecuteAsync(context.HttpContext);
    }

    [LoggerMessage(LogLevel.Warning, "Somebody's sign-in was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);
}
