#nullable enable
using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Internal;

/// <summary>Turns an error response into the exception of the error it names, if the operation declares it.</summary>
internal sealed class ErrorReader(JsonProtocol protocol, ModeledError[] declared)
{
    private const int ReadBufferBytes = 4096;

    private readonly ModeledError[] _declared = [.. declared, .. protocol.CommonErrors];

    public AmazonServiceException Read(
        JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var json = new StreamingUtf8JsonReader(context.Stream, ReadBufferBytes, context.JsonMaxDepth);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref json);
        error.InnerException = innerException;
        error.StatusCode = statusCode;

        // The name in the body chooses the exception, before the header replaces it with the code that callers know.
        var create = Array.Find(_declared, known => known.Shape == error.Code)?.Create ?? protocol.OtherError;
        if (protocol.IsQueryCompatible)
        {
            RestoreQueryCode(context.ResponseData, error);
        }

        return create(error);
    }

    private static void RestoreQueryCode(IWebResponseData response, ErrorResponse error)
    {
        if (response.GetHeaderValue("x-amzn-query-error")?.Split(';') is not [var code, var fault])
        {
            return;
        }

        error.Code = code;
        if (Enum.TryParse<ErrorType>(fault, out var type))
        {
            error.Type = type;
        }
    }
}
