#nullable enable
using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Internal;

/// <summary>Reads a response from its body; an empty body, or no JSON, is an error that the runtime retries.</summary>
internal sealed class JsonBodyUnmarshaller<TResponse>(JsonProtocol protocol, ErrorReader errors)
    : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) =>
        JsonSerializer.Deserialize(input.Stream, protocol.TypeOf<TResponse>())
        ?? throw new JsonException("The body is null.");

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        errors.Read(input, innerException, statusCode);
}
