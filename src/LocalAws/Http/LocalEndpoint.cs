using System.Text.Json;

namespace LocalAws.Http;

/// <summary>What AWS has no call for, under <c>/_local</c>: health, reset, call counts, what an archive holds.</summary>
/// <param name="table">The services.</param>
/// <param name="archive">An archive's events as JSON; null when there is none of that name.</param>
internal sealed class LocalEndpoint(OperationTable table, Func<string, IReadOnlyList<string>?> archive)
{
    public const string Prefix = "/_local";

    private const string Archives = "/archives/";

    public Task AnswerAsync(HttpContext context, PathString path) => (context.Request.Method, path.Value) switch
    {
        ("GET", "/health") => SendAsync(context, WriteHealth),
        ("GET", "/calls") => SendAsync(context, WriteCalls),
        ("POST", "/reset") => ResetAsync(context),
        ("GET", { } name) when name.StartsWith(Archives, StringComparison.Ordinal) =>
            SendArchiveAsync(context, name[Archives.Length..]),
        _ => RefuseAsync(context, "LocalAws has GET /_local/health, /_local/calls, /_local/archives/{name} and POST /_local/reset."),
    };

    private Task ResetAsync(HttpContext context)
    {
        table.Reset();
        return SendAsync(context, static writer =>
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        });
    }

    private Task SendArchiveAsync(HttpContext context, string name)
    {
        if (archive(name) is not { } events)
        {
            return RefuseAsync(context, $"There is no archive {name}.");
        }

        return SendAsync(context, writer =>
        {
            writer.WriteStartArray();
            foreach (var json in events)
            {
                writer.WriteRawValue(json);
            }

            writer.WriteEndArray();
        });
    }

    private void WriteHealth(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("status", "ok");
        writer.WriteStartObject("services");
        foreach (var (name, service) in table.Services)
        {
            WriteNames(writer, name, service.Operations.Keys.Order(StringComparer.Ordinal));
        }

        WriteNames(writer, "sts", [StsEndpoint.Operation]);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteCalls(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (operation, calls) in table.Calls.OrderBy(count => count.Key, StringComparer.Ordinal))
        {
            writer.WriteNumber(operation, calls);
        }

        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, string property, IEnumerable<string> names)
    {
        writer.WriteStartArray(property);
        foreach (var name in names)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }

    private static Task RefuseAsync(HttpContext context, string message)
    {
        context.Response.StatusCode = 404;
        return SendAsync(context, writer => ErrorBody.Write(writer, new AwsException("NotFound", message, 404)));
    }

    private static async Task SendAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter, new JsonWriterOptions { Indented = true });
        write(writer);
    }
}
