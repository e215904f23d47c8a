#nullable enable
using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Internal;

/// <summary>Answers for operations that say nothing but that they are done; the body is left unread.</summary>
internal sealed class NoBodyUnmarshaller<TResponse>(ErrorReader errors) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) => new TResponse();

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        errors.Read(input, innerException, statusCode);
}
