using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;

namespace Workers.Producer.Http;

/// <summary>A request's body: one JSON object in which no member stands twice. Bound by the framework; no body is an object without members.</summary>
/// <param name="Fields">The object's members.</param>
internal sealed record JsonBody(JsonObject Fields)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false };

    public static async ValueTask<JsonBody> BindAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
        {
            return new([]);
        }

        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The content type must be application/json.", StatusCodes.Status415UnsupportedMediaType);
        }

        return new(await ReadAsync(request, context.RequestAborted));
    }

    private static async Task<JsonObject> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var body = await request.ReadFromJsonAsync<JsonElement>(Strict, cancellationToken);
            RefuseHalfCharacters(body);
            return JsonObject.Create(body) ?? throw new BadHttpRequestException("The body must be a JSON object.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new BadHttpRequestException("The body must be a JSON object.", StatusCodes.Status400BadRequest, exception);
        }
    }

    // JSON can escape half of a surrogate pair, alone, which no string holds: to write every string out is to find it.
    private static void RefuseHalfCharacters(JsonElement body)
    {
        using var nowhere = new Utf8JsonWriter(Stream.Null);
        body.WriteTo(nowhere);
    }
}
