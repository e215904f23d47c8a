#nullable enable
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>Writes a request as the form of a POST, which the runtime signs and sends.</summary>
internal sealed class RequestMarshaller<TRequest>(string operation, Action<TRequest, QueryFields> write)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, "Amazon.SimpleNotificationService") { HttpMethod = "POST", ResourcePath = "/" };
        var fields = new QueryFields(request).Add("Action", operation).Add("Version", AmazonSimpleNotificationServiceConfig.ApiVersion);
        write((TRequest)input, fields);
        return request;
    }
}
