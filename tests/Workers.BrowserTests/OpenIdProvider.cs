using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Workers.BrowserTests;

/// <summary>
/// An OpenID provider on loopback: discovery, keys, a page that asks who one is, and tokens for codes whose PKCE verifier fits. It knows
/// one client, and one person at a time.
/// </summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "console";
    public const string ClientSecret = "a secret of this spec";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly Dictionary<string, (string Nonce, string Challenge, string RedirectUri)> _codes = [];
    private readonly WebApplication _host;

    private OpenIdProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _host = builder.Build();
        _host.MapGet("/.well-known/openid-configuration", Discovery);
        _host.MapGet("/keys", Keys);
        _host.MapGet("/authorize", Authorize);
        _host.MapPost("/token", TokenAsync);
        _host.MapGet("/favicon.ico", () => Results.NoContent());
        _host.MapGet("/logout", (string client_id) => $"Signed out of {client_id}");
    }

    /// <summary>Where it is.</summary>
    public string Url => _host.Urls.First();

    /// <summary>Who signs in.</summary>
    public string Person { get; set; } = "ada";

    /// <summary>Their roles.</summary>
    public string[] Roles { get; set; } = ["operator"];

    /// <summary>What an identity token says otherwise than it should.</summary>
    public Action<Dictionary<string, object>> Forge { get; set; } = _ => { };

    public static async Task<OpenIdProvider> StartAsync()
    {
        var provider = new OpenIdProvider();
        await provider._host.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _rsa.Dispose();
    }

    private Dictionary<string, object> Discovery() => new()
    {
        ["issuer"] = Url,
        ["authorization_endpoint"] = $"{Url}/authorize",
        ["token_endpoint"] = $"{Url}/token",
        ["end_session_endpoint"] = $"{Url}/logout",
        ["jwks_uri"] = $"{Url}/keys",
        ["response_types_supported"] = (string[])["code"],
        ["subject_types_supported"] = (string[])["public"],
        ["id_token_signing_alg_values_supported"] = (string[])["RS256"],
        ["code_challenge_methods_supported"] = (string[])["S256"],
    };

    private Dictionary<string, object> Keys()
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["keys"] = (object[])[new { kty = "RSA", use = "sig", kid = "one", n = Text(key.Modulus!), e = Text(key.Exponent!) }],
        };
    }

    private IResult Authorize(
        string client_id,
        string redirect_uri,
        string response_type,
        string code_challenge,
        string code_challenge_method,
        string nonce,
        string state)
    {
        if ((client_id, response_type, code_challenge_method) != (ClientId, "code", "S256"))
        {
            return Results.BadRequest();
        }

        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (nonce, code_challenge, redirect_uri);
        return Results.Content(
            $"""
             <title>Who are you?</title>
             <form method="post" action="{redirect_uri}">
               <input type="hidden" name="code" value="{code}"><input type="hidden" name="state" value="{state}">
               <button>Come in as {Person}</button>
             </form>
             """,
            "text/html");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var verified = Text(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        return form["client_id"] == ClientId
            && form["client_secret"] == ClientSecret
            && _codes.Remove(form["code"].ToString(), out var code)
            && (code.RedirectUri, code.Challenge) == (form["redirect_uri"].ToString(), verified)
                ? Results.Ok(new { access_token = "of no use here", token_type = "Bearer", expires_in = 300, id_token = IdToken(code.Nonce) })
                : Results.BadRequest(new { error = "invalid_grant" });
    }

    private string IdToken(string nonce)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Url,
            ["aud"] = ClientId,
            ["sub"] = $"id-of-{Person}",
            ["preferred_username"] = Person,
            ["roles"] = Roles,
            ["nonce"] = nonce,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.AddMinutes(-20).ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
        };
        Forge(claims);
        var signing = new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = "one" }, SecurityAlgorithms.RsaSha256);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(JsonSerializer.Serialize(claims), signing);
    }

    private static string Text(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
