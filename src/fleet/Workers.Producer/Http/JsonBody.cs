using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;

namespace Workers.Producer.Http;

/// <summary>A request's body: one JSON object in which no member stands twice. Bound by the framework; no body is an object without members.</summary>
/// <param name="Request">The request that it came with.</param>
/// <param name="Fields">The object's members.</param>
/// <param name="Fingerprint">A hash of what the body says: the same however it is spaced, and in whatever order its members stand.</param>
internal sealed record JsonBody(HttpRequest Request, JsonObject Fields, string Fingerprint)
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false };

    public static async ValueTask<JsonBody> BindAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
        {
            return Of(request, Nothing);
        }

        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The content type must be application/json.", StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity")
        {
            throw new BadHttpRequestException("The body must not be encoded (Content-Encoding).", StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.Body is MemoryStream arrived && !Utf8.IsValid(arrived.GetBuffer().AsSpan(0, (int)arrived.Length)))
        {
            throw new BadHttpRequestException("The body must be UTF-8.");
        }

        try
        {
            return Of(request, await request.ReadFromJsonAsync<JsonElement>(Strict, context.RequestAborted));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new BadHttpRequestException("The body must be a JSON object.", StatusCodes.Status400BadRequest, exception);
        }
    }

    // JSON can escape half of a surrogate pair, alone, which no string holds: to write every string out is to find it.
    private static JsonBody Of(HttpRequest request, JsonElement body)
    {
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Of(body)));
        return new(
            request, JsonObject.Create(body) ?? throw new BadHttpRequestException("The body must be a JSON object."), fingerprint);
    }
}
