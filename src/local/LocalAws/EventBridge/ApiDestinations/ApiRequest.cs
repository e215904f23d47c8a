using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LocalAws.EventBridge.Deliveries;
using LocalAws.EventBridge.Inputs;
using LocalAws.EventBridge.Targets;

namespace LocalAws.EventBridge.ApiDestinations;

/// <summary>The HTTP request that an API destination makes for an event.</summary>
internal static class ApiRequest
{
    private const string ContentType = "Content-Type";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether the endpoint is on this machine: nothing else is ever called.</summary>
    public static bool IsLocal(ApiDestination destination) =>
        Uri.TryCreate(destination.InvocationEndpoint, UriKind.Absolute, out var uri)
        && uri is { Scheme: "http" or "https", IsLoopback: true }
        && (uri.HostNameType is not UriHostNameType.Dns || uri.Host == "localhost");

    /// <summary>Makes the request: what the connection adds wins over what the target adds.</summary>
    public static HttpRequestMessage Make(ApiDestination destination, Connection connection, Delivery delivery, string input)
    {
        var (target, added) = (delivery.Target.Definition.HttpParameters, connection.AuthParameters.InvocationHttpParameters);
        var url = Path(destination, target, delivery) + Query(destination, target, added, delivery);
        var request = new HttpRequestMessage(new HttpMethod(destination.HttpMethod), url);
        var headers = Headers(target, added, delivery);
        Authorize(headers, connection.AuthParameters);
        if (destination.HttpMethod is not ("GET" or "HEAD"))
        {
            request.Content = new ByteArrayContent(Body(input, added));
            headers.TryAdd(ContentType, "application/json; charset=utf-8");
            request.Content.Headers.TryAddWithoutValidation(ContentType, headers[ContentType]);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);   // a name that is none, or that belongs to the body, is left out
        }

        return request;
    }

    private static Dictionary<string, string> Headers(HttpParameters? target, ConnectionHttpParameters? added, Delivery delivery)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["User-Agent"] = "Amazon/EventBridge/ApiDestinations",
            ["Range"] = "bytes=0-1048575",
        };
        foreach (var (name, value) in target?.HeaderParameters ?? new Dictionary<string, string?>())
        {
            headers[name] = Resolve(value, delivery).ReplaceLineEndings(" ");
        }

        foreach (var header in added?.HeaderParameters ?? [])
        {
            headers[header.Key ?? ""] = header.Value ?? "";
        }

        return headers;
    }

    private static void Authorize(Dictionary<string, string> headers, AuthParameters parameters)
    {
        if (parameters.BasicAuthParameters is { } basic)
        {
            var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{basic.Username}:{basic.Password}"));
            headers["Authorization"] = new AuthenticationHeaderValue("Basic", credentials).ToString();
        }
        else if (parameters.ApiKeyAuthParameters is { } key)
        {
            headers[key.ApiKeyName!] = key.ApiKeyValue!;
        }
    }

    // Values without a place of their own follow the path.
    private static string Path(ApiDestination destination, HttpParameters? target, Delivery delivery)
    {
        var endpoint = destination.InvocationEndpoint;
        foreach (var value in target?.PathParameterValues ?? [])
        {
            var segment = Uri.EscapeDataString(Resolve(value, delivery));
            var place = endpoint.IndexOf('*', StringComparison.Ordinal);
            endpoint = place < 0 ? $"{endpoint.TrimEnd('/')}/{segment}" : $"{endpoint[..place]}{segment}{endpoint[(place + 1)..]}";
        }

        return endpoint;
    }

    private static string Query(
        ApiDestination destination, HttpParameters? target, ConnectionHttpParameters? added, Delivery delivery)
    {
        var query = new Dictionary<string, string>();
        foreach (var (name, value) in target?.QueryStringParameters ?? new Dictionary<string, string?>())
        {
            query[name] = Resolve(value, delivery);
        }

        foreach (var parameter in added?.QueryStringParameters ?? [])
        {
            query[parameter.Key ?? ""] = parameter.Value ?? "";
        }

        var pairs = query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}");
        var separator = destination.InvocationEndpoint.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return query.Count == 0 ? "" : separator + string.Join('&', pairs);
    }

    private static byte[] Body(string input, ConnectionHttpParameters? added)
    {
        if (added?.BodyParameters is not { Count: > 0 } parameters || !input.AsSpan().TrimStart().StartsWith('{'))
        {
            return Encoding.UTF8.GetBytes(input);
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        var members = JsonElement.Parse(input).EnumerateObject();
        foreach (var member in members.Where(member => parameters.All(parameter => parameter.Key != member.Name)))
        {
            member.WriteTo(writer);
        }

        foreach (var parameter in parameters)
        {
            writer.WriteString(parameter.Key ?? "", parameter.Value);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    // A value may be a path into the event.
    private static string Resolve(string? value, Delivery delivery)
    {
        if (value?.StartsWith("$.", StringComparison.Ordinal) != true || JsonPath.TryParse(value) is not { } path)
        {
            return value ?? "";
        }

        var found = path.Find(delivery.Event.Root) ?? "\"\"";
        return found.StartsWith('"') ? JsonElement.Parse(found).GetString()! : found;
    }
}
