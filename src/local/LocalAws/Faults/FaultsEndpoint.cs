using System.Text.Json;
using LocalAws.Http;

namespace LocalAws.Faults;

/// <summary><c>/_local/faults</c>: GET shows the rules and how often each has struck, POST replaces them, DELETE clears.</summary>
internal sealed class FaultsEndpoint(LocalAwsFaults faults)
{
    public const string Path = "/faults";

    public async Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Method)
        {
            case "GET":
                break;
            case "POST":
                if (await RefuseAsync(context.Request, context.RequestAborted) is { } refusal)
                {
                    context.Response.StatusCode = 400;
                    await LocalEndpoint.SendAsync(context, writer => ErrorBody.Write(writer, new AwsException("ValidationException", refusal)));
                    return;
                }

                break;
            case "DELETE":
                faults.Clear();
                break;
            default:
                context.Response.StatusCode = 405;
                context.Response.Headers.Allow = "GET, POST, DELETE";
                return;
        }

        await LocalEndpoint.SendAsync(context, writer =>
            JsonSerializer.Serialize(writer, FaultsReader.Write(faults), FaultsJson.Default.FaultsDocument));
    }

    private async Task<string?> RefuseAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await RequestBody.ReadAsync(request, cancellationToken);
            var (seed, rules) = FaultsReader.Read(body.Bytes.Span);
            faults.Set(seed, rules);
            return null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or AwsException)
        {
            return exception.Message;
        }
    }
}
