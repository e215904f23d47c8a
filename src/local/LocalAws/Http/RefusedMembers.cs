using System.Text;
using System.Text.Json;

namespace LocalAws.Http;

/// <summary>
/// Members of AWS's requests that an operation does not act on. A request that has one is refused and told which: whoever sends a
/// member relies on it. A member that AWS does not know either is ignored, as AWS ignores it.
/// </summary>
internal static class RefusedMembers
{
    private const string EveryKey = "*";

    /// <summary>The operation, which now refuses requests that have one of the members.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="refusal">How the service refuses a member of that name.</param>
    /// <param name="paths">
    /// The members: names with dots between them, where <c>*</c> is every key of a map; a list's elements need no sign.
    /// </param>
    public static AwsOperation Refusing(this AwsOperation operation, Func<string, AwsException> refusal, params string[] paths)
    {
        var members = Array.ConvertAll(paths, path => path.Split('.'));
        var quoted = Array.ConvertAll(members, member => Encoding.UTF8.GetBytes($"\"{member[^1]}\""));
        return (request, response, cancellationToken) =>
        {
            if (Array.Exists(quoted, name => request.Body.Span.IndexOf(name) >= 0))
            {
                Refuse(request.Body, members, refusal);
            }

            return operation(request, response, cancellationToken);
        };
    }

    private static void Refuse(ReadOnlyMemory<byte> body, string[][] members, Func<string, AwsException> refusal)
    {
        using var document = Parse(body);
        foreach (var member in members)
        {
            if (document is not null && Has(document.RootElement, member))
            {
                throw refusal(member[^1]);
            }
        }
    }

    /// <summary>The document; null when it is none, which is for the operation to refuse.</summary>
    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 1024 });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Has(JsonElement element, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            return element.ValueKind != JsonValueKind.Null;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    if (Has(item, path))
                    {
                        return true;
                    }
                }

                return false;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    if ((path[0] == EveryKey || property.NameEquals(path[0])) && Has(property.Value, path[1..]))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }
}
