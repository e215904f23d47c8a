#nullable enable
using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Shared;

/// <summary>Reads what an operation answers: its response, or the exception of the error that it names.</summary>
/// <param name="read">Reads the response from the body; what it throws is an error that the runtime retries.</param>
/// <param name="declared">The errors that have exceptions of their own.</param>
/// <param name="other">Makes the exception of any other error.</param>
internal sealed class JsonAnswerUnmarshaller(
    Func<Stream, AmazonWebServiceResponse> read, DeclaredError[] declared, Func<ErrorResponse, AmazonServiceException> other)
    : JsonResponseUnmarshaller
{
    private const int ReadBufferBytes = 4096;

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) => read(input.Stream);

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var json = new StreamingUtf8JsonReader(input.Stream, ReadBufferBytes, input.JsonMaxDepth);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref json);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        var toException = Array.Find(declared, known => known.Code == error.Code)?.ToException ?? other;
        return toException(error);
    }
}
