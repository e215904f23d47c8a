#nullable enable
using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Internal;

/// <summary>
/// Turns an error response into the exception of the error it names, if the operation declares that error, and into the
/// service's own exception otherwise.
/// </summary>
internal sealed class ErrorReader(Func<ErrorResponse, AmazonServiceException> fallback, bool queryCompatible)
{
    private const int ReadBufferBytes = 4096;

    public AmazonServiceException Read(
        JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode, ModeledError[] declared)
    {
        var json = new StreamingUtf8JsonReader(context.Stream, ReadBufferBytes, context.JsonMaxDepth);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref json);
        error.InnerException = innerException;
        error.StatusCode = statusCode;

        var create = Array.Find(declared, known => known.Shape == error.Code)?.Create ?? fallback;
        if (queryCompatible)
        {
            RestoreQueryCode(context.ResponseData, error);
        }

        return create(error);
    }

    /// <summary>A service that once spoke the query protocol sends that protocol's code and fault in a header: callers know those.</summary>
    private static void RestoreQueryCode(IWebResponseData response, ErrorResponse error)
    {
        var parts = response.GetHeaderValue("x-amzn-query-error")?.Split(';');
        if (parts is not [var code, var fault])
        {
            return;
        }

        error.Code = code;
        if (Enum.TryParse<ErrorType>(fault, ignoreCase: false, out var type))
        {
            error.Type = type;
        }
    }
}
