#nullable enable
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Internal;

/// <summary>Reads a response from its JSON body; an empty body, or one that is not JSON, is an error that the runtime retries.</summary>
internal sealed class JsonBodyUnmarshaller<TResponse>(JsonTypeInfo<TResponse> type, ErrorReader reader, ModeledError[] errors)
    : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) =>
        JsonSerializer.Deserialize(input.Stream, type) ?? throw new JsonException("The body is null.");

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        reader.Read(input, innerException, statusCode, errors);
}
