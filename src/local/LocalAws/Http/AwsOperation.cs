using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LocalAws.Http;

/// <summary>Answers one request: reads its body, writes the response's JSON, or throws an <see cref="AwsException"/>.</summary>
internal delegate ValueTask AwsOperation(AwsRequest request, Utf8JsonWriter response, CancellationToken cancellationToken);

/// <summary>Makes operations out of functions from a typed request to a typed response.</summary>
internal static class AwsOperations
{
    /// <summary>An operation that may wait, such as a long poll.</summary>
    public static AwsOperation Of<TRequest, TResponse>(
        JsonTypeInfo<TRequest> requestType,
        JsonTypeInfo<TResponse> responseType,
        Func<TRequest, AwsRequest, CancellationToken, ValueTask<TResponse>> answer) =>
        async (request, response, cancellationToken) =>
        {
            var result = await answer(Read(request, requestType), request, cancellationToken);
            JsonSerializer.Serialize(response, result, responseType);
        };

    /// <summary>An operation that answers at once.</summary>
    public static AwsOperation Of<TRequest, TResponse>(
        JsonTypeInfo<TRequest> requestType,
        JsonTypeInfo<TResponse> responseType,
        Func<TRequest, AwsRequest, TResponse> answer) =>
        (request, response, _) =>
        {
            JsonSerializer.Serialize(response, answer(Read(request, requestType), request), responseType);
            return ValueTask.CompletedTask;
        };

    /// <summary>An operation that answers with nothing, once it is done.</summary>
    public static AwsOperation Of<TRequest>(JsonTypeInfo<TRequest> requestType, Action<TRequest, AwsRequest> act) =>
        (request, _, _) =>
        {
            act(Read(request, requestType), request);
            return ValueTask.CompletedTask;
        };

    private static TRequest Read<TRequest>(AwsRequest request, JsonTypeInfo<TRequest> type)
    {
        try
        {
            RefuseNullElements(request.Body.Span, type.Options.MaxDepth);
            return JsonSerializer.Deserialize(request.Body.Span, type)
                ?? throw new AwsException("SerializationException", "The request's body is null.");
        }
        catch (JsonException exception) when (exception.Message.Contains("could not be converted to", StringComparison.Ordinal))
        {
            // The serializer goes on to name our type, which is nobody's business.
            throw new AwsException("SerializationException", $"The value of {exception.Path} has the wrong type.");
        }
        catch (JsonException exception) when (exception.Message.Contains("could not be mapped to", StringComparison.Ordinal))
        {
            throw new AwsException("SerializationException", $"There is no member {exception.Message.Split('\'')[1]} at {exception.Path}.");
        }
        catch (JsonException exception)
        {
            throw new AwsException("SerializationException", exception.Message);
        }
    }

    // A member may be null, which means absent. No list of any operation here may hold a null, and no service looks for one.
    private static void RefuseNullElements(ReadOnlySpan<byte> body, int maxDepth)
    {
        if (body.IndexOf("null"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = maxDepth });
        var previous = JsonTokenType.None;
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.Null, CurrentDepth: > 0 } && previous is not JsonTokenType.PropertyName)
            {
                throw new AwsException("SerializationException", "A list holds a null.");
            }

            previous = reader.TokenType;
        }
    }
}
