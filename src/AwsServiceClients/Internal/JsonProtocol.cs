#nullable enable
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Internal;

/// <summary>The dialect of AWS JSON that a service speaks: how its requests are labelled, and how its errors are read.</summary>
internal sealed record JsonProtocol(string ServiceName, string TargetPrefix, string ContentType, string ApiVersion, ErrorReader Errors)
{
    /// <summary>An operation whose answer has members.</summary>
    public InvokeOptions Operation<TRequest, TResponse>(
        string name, JsonTypeInfo<TRequest> request, JsonTypeInfo<TResponse> response, params ModeledError[] errors)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse =>
        new()
        {
            RequestMarshaller = new JsonRequestMarshaller<TRequest>(this, name, request),
            ResponseUnmarshaller = new JsonBodyUnmarshaller<TResponse>(response, Errors, errors),
        };

    /// <summary>An operation whose answer has no members, so that its body is not read and may be empty.</summary>
    public InvokeOptions Operation<TRequest, TResponse>(string name, JsonTypeInfo<TRequest> request, params ModeledError[] errors)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        new()
        {
            RequestMarshaller = new JsonRequestMarshaller<TRequest>(this, name, request),
            ResponseUnmarshaller = new NoBodyUnmarshaller<TResponse>(Errors, errors),
        };
}
