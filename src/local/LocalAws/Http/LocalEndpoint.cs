using System.IO.Pipelines;
using System.Net;
using System.Text.Json;
using LocalAws.Faults;

namespace LocalAws.Http;

/// <summary>
/// What AWS has no call for, under <c>/_local</c>: health, reset, call counts, faults, what an archive holds, what was not delivered.
/// </summary>
/// <param name="table">The services.</param>
/// <param name="faults">What is to go wrong; a reset clears it.</param>
/// <param name="archive">An archive's events as JSON; null when there is none of that name.</param>
/// <param name="deliveries">What was not delivered, as JSON: by which rule, to which target.</param>
/// <param name="listensOn">The address that the server listens on.</param>
internal sealed class LocalEndpoint(
    OperationTable table,
    LocalAwsFaults faults,
    Func<string, IReadOnlyList<byte[]>?> archive,
    Func<string?, string?, IReadOnlyList<byte[]>> deliveries,
    IPAddress listensOn)
{
    public const string Prefix = "/_local";

    private const string Archives = "/archives/";

    // Of an answer under way: an archive of a long run has a hundred megabytes.
    private const int LargestUnsentBytes = 1024 * 1024;

    private readonly FaultsEndpoint _faults = new(faults);

    public Task AnswerAsync(HttpContext context, PathString path) => LocalCallers.Refuse(context.Request, listensOn) is { } refusal
        ? RefuseAsync(context, 403, "AccessDenied", refusal)
        : DispatchAsync(context, path);

    private Task DispatchAsync(HttpContext context, PathString path) => (context.Request.Method, path.Value) switch
    {
        ("GET", "/health") => SendAsync(context, WriteHealth),
        ("GET", "/calls") => SendAsync(context, WriteCalls),
        ("POST", "/reset") => ResetAsync(context),
        ("GET", "/deliveries") => SendListAsync(context, deliveries(context.Request.Query["rule"], context.Request.Query["target"])),
        (_, FaultsEndpoint.Path) => _faults.AnswerAsync(context),
        ("GET", { } name) when name.StartsWith(Archives, StringComparison.Ordinal) =>
            SendArchiveAsync(context, name[Archives.Length..]),
        _ => RefuseAsync(
            context,
            404,
            "NotFound",
            "LocalAws has GET /_local/health, /_local/calls, /_local/archives/{name}, /_local/deliveries, POST /_local/reset, and "
                + "/_local/faults with GET, POST and DELETE."),
    };

    private Task ResetAsync(HttpContext context)
    {
        table.Reset();
        faults.Clear();
        return SendAsync(context, static writer =>
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        });
    }

    private Task SendArchiveAsync(HttpContext context, string name) => archive(name) is { } events
        ? SendListAsync(context, events)
        : RefuseAsync(context, 404, "NotFound", $"There is no archive {name}.");

    private static async Task SendListAsync(HttpContext context, IReadOnlyList<byte[]> items)
    {
        context.Response.ContentType = "application/json";
        var (body, unsent, separator) = (context.Response.BodyWriter, 0, "["u8.ToArray());
        foreach (var json in items)
        {
            Write(body, separator);
            Write(body, json);
            separator = ",\n"u8.ToArray();
            if ((unsent += json.Length) > LargestUnsentBytes)
            {
                await body.FlushAsync(context.RequestAborted);
                unsent = 0;
            }
        }

        Write(body, items.Count == 0 ? "[]"u8 : "]"u8);
        await body.FlushAsync(context.RequestAborted);
    }

    private static void Write(PipeWriter body, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(body.GetSpan(bytes.Length));
        body.Advance(bytes.Length);
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

    private static Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        return SendAsync(context, writer => ErrorBody.Write(writer, new AwsException(code, message, status)));
    }

    internal static async Task SendAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter, new JsonWriterOptions { Indented = true });
        write(writer);
    }
}
