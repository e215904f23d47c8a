#nullable enable
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Internal;

/// <summary>The AWS JSON that a service speaks: how its requests are labelled, its bodies written and errors read.</summary>
internal sealed class JsonProtocol
{
    public required string ServiceName { get; init; }

    public required string TargetPrefix { get; init; }

    public required string ContentType { get; init; }

    public required string ApiVersion { get; init; }

    public required JsonSerializerContext Json { get; init; }

    /// <summary>The errors that every operation declares.</summary>
    public required ModeledError[] CommonErrors { get; init; }

    /// <summary>What an error becomes that the operation does not declare.</summary>
    public required Func<ErrorResponse, AmazonServiceException> OtherError { get; init; }

    /// <summary>Whether the service sends, in a header, the error code of the query protocol it once spoke.</summary>
    public bool IsQueryCompatible { get; init; }

    /// <summary>How a type looks on the wire; asked for when used, for a process uses few of the operations.</summary>
    public JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)Json.GetTypeInfo(typeof(T))!;

    /// <summary>An operation, named as the member it is assigned to.</summary>
    public InvokeOptions Operation<TRequest, TResponse>(ModeledError[] errors, [CallerMemberName] string name = "")
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse =>
        new()
        {
            RequestMarshaller = new JsonRequestMarshaller<TRequest>(this, name),
            ResponseUnmarshaller = new JsonBodyUnmarshaller<TResponse>(this, new ErrorReader(this, errors)),
        };

    /// <summary>An operation whose answer says only that it is done: its body is not read and may be empty.</summary>
    public InvokeOptions OperationWithoutResult<TRequest, TResponse>(
        ModeledError[] errors, [CallerMemberName] string name = "")
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        new()
        {
            RequestMarshaller = new JsonRequestMarshaller<TRequest>(this, name),
            ResponseUnmarshaller = new NoBodyUnmarshaller<TResponse>(new ErrorReader(this, errors)),
        };
}
