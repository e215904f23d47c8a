#nullable enable
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Shared;

/// <summary>Writes a request as the body of a POST, into a pooled buffer that the runtime signs and sends.</summary>
internal sealed class JsonRequestMarshaller<TRequest>(JsonService service, string operation) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    // Bodies are mostly JSON inside a JSON string: the strict encoder would make six bytes of every quote in them.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _target = $"{service.TargetPrefix}.{operation}";
    private readonly string _contentType = $"application/x-amz-json-{service.JsonVersion}";

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service.Name) { HttpMethod = "POST", ResourcePath = "/" };
        request.Headers["X-Amz-Target"] = _target;
        request.Headers["Content-Type"] = _contentType;
        request.Headers["x-amz-api-version"] = service.ApiVersion;

        var body = new PooledContentStream();
        request.ContentStream = body;
        using var writer = new Utf8JsonWriter(body.BufferWriter, Writing);
        JsonSerializer.Serialize(writer, (TRequest)input, service.TypeOf<TRequest>());
        return request;
    }
}
