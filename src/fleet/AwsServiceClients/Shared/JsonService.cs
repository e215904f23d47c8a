#nullable enable
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Shared;

/// <summary>An error that operations declare: its code on the wire, and the exception it becomes.</summary>
internal sealed record DeclaredError(string Code, Func<ErrorResponse, AmazonServiceException> ToException);

/// <summary>A service that speaks JSON: what stands in its requests, and how its operations are written and read.</summary>
internal sealed class JsonService
{
    /// <summary>The service as the runtime names it, as <c>Amazon.EventBridge</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What stands before an operation's name in a request.</summary>
    public required string TargetPrefix { get; init; }

    public required string JsonVersion { get; init; }

    public required string ApiVersion { get; init; }

    /// <summary>How the service's types look on the wire.</summary>
    public required JsonSerializerContext Json { get; init; }

    /// <summary>The errors that every operation declares.</summary>
    public DeclaredError[] CommonErrors { get; init; } = [];

    /// <summary>Makes the exception of an error that the operation does not declare.</summary>
    public required Func<ErrorResponse, AmazonServiceException> Other { get; init; }

    /// <summary>How a type looks on the wire; asked for when used, for a process uses few of the operations.</summary>
    public JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)Json.GetTypeInfo(typeof(T))!;

    /// <summary>An operation, named as the member it is assigned to.</summary>
    public InvokeOptions Operation<TRequest, TResponse>(DeclaredError[] errors, [CallerMemberName] string name = "")
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse =>
        Operation<TRequest>(name, errors, body =>
            JsonSerializer.Deserialize(body, TypeOf<TResponse>()) ?? throw new JsonException("The body is null."));

    /// <summary>An operation whose answer says only that it is done: its body is not read and may be empty.</summary>
    public InvokeOptions OperationWithoutResult<TRequest, TResponse>(DeclaredError[] errors, [CallerMemberName] string name = "")
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        Operation<TRequest>(name, errors, static _ => new TResponse());

    private InvokeOptions Operation<TRequest>(string name, DeclaredError[] errors, Func<Stream, AmazonWebServiceResponse> read)
        where TRequest : AmazonWebServiceRequest =>
        new()
        {
            RequestMarshaller = new JsonRequestMarshaller<TRequest>(this, name),
            ResponseUnmarshaller = new JsonAnswerUnmarshaller(read, [.. errors, .. CommonErrors], Other),
        };
}
