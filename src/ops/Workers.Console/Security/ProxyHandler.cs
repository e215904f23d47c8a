using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Workers.Console.Security;

/// <summary>Believes the header of a proxy that is known by its address, and of nobody else.</summary>
internal sealed class ProxyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes, ILoggerFactory loggers, UrlEncoder encoder, IOptions<SignInOptions> signIn)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, loggers, encoder)
{
    public const string SchemeName = "Proxy";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.Connection.RemoteIpAddress is not { } caller || !IsTrusted(caller))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        // Two headers of one name: one of them is not the proxy's.
        if (Request.Headers[signIn.Value.ProxyHeader!] is not [{ Length: > 0 } name])
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new ClaimsIdentity([new("preferred_username", name)], SchemeName, "preferred_username", "roles");
        return Task.FromResult(AuthenticateResult.Success(new(new(identity), SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Door.Page(StatusCodes.Status401Unauthorized, "You may not come in", "No proxy that this console trusts has said who you are.")
            .ExecuteAsync(Context);

    private bool IsTrusted(IPAddress caller)
    {
        var address = caller.IsIPv4MappedToIPv6 ? caller.MapToIPv4() : caller;
        return signIn.Value.ProxyNetworks.Any(network => network.Contains(address));
    }
}
