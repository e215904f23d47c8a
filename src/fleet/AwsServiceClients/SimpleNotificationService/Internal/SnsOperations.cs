using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>The operations of SNS: the fields of each request, and what its answer has.</summary>
internal static class SnsOperations
{
    public static InvokeOptions CreateTopic { get; } = Operation<CreateTopicRequest>(
        (request, fields) => fields.Add("Name", request.Name).Add("Attributes", request.Attributes).Add("Tags", request.Tags),
        result => new CreateTopicResponse { TopicArn = ResponseUnmarshaller.Text(result, "TopicArn") });

    public static InvokeOptions DeleteTopic { get; } = Operation<DeleteTopicRequest>(
        (request, fields) => fields.Add("TopicArn", request.TopicArn),
        _ => new DeleteTopicResponse());

    public static InvokeOptions GetTopicAttributes { get; } = Operation<GetTopicAttributesRequest>(
        (request, fields) => fields.Add("TopicArn", request.TopicArn),
        result => new GetTopicAttributesResponse
        {
            Attributes = ResponseUnmarshaller.Child(result, "Attributes")?.Elements().ToDictionary(
                entry => ResponseUnmarshaller.Text(entry, "key"), entry => ResponseUnmarshaller.Text(entry, "value")),
        });

    public static InvokeOptions ListTagsForResource { get; } = Operation<ListTagsForResourceRequest>(
        (request, fields) => fields.Add("ResourceArn", request.ResourceArn),
        result => new ListTagsForResourceResponse
        {
            Tags = ResponseUnmarshaller.Child(result, "Tags")?.Elements()
                .Select(tag => new Tag { Key = ResponseUnmarshaller.Text(tag, "Key"), Value = ResponseUnmarshaller.Text(tag, "Value") })
                .ToList(),
        });

    public static InvokeOptions ListTopics { get; } = Operation<ListTopicsRequest>(
        (request, fields) => fields.Add("NextToken", request.NextToken),
        result => new ListTopicsResponse
        {
            NextToken = ResponseUnmarshaller.Text(result, "NextToken"),
            Topics = ResponseUnmarshaller.Child(result, "Topics")?.Elements()
                .Select(topic => new Topic { TopicArn = ResponseUnmarshaller.Text(topic, "TopicArn") })
                .ToList(),
        });

    public static InvokeOptions Publish { get; } = Operation<PublishRequest>(
        (request, fields) => fields
            .Add("TopicArn", request.TopicArn)
            .Add("Message", request.Message)
            .Add("Subject", request.Subject)
            .Add("MessageStructure", request.MessageStructure)
            .Add("MessageAttributes", request.MessageAttributes),
        result => new PublishResponse { MessageId = ResponseUnmarshaller.Text(result, "MessageId") });

    public static InvokeOptions SetTopicAttributes { get; } = Operation<SetTopicAttributesRequest>(
        (request, fields) => fields
            .Add("TopicArn", request.TopicArn)
            .Add("AttributeName", request.AttributeName)
            .Add("AttributeValue", request.AttributeValue),
        _ => new SetTopicAttributesResponse());

    public static InvokeOptions Subscribe { get; } = Operation<SubscribeRequest>(
        (request, fields) => fields
            .Add("TopicArn", request.TopicArn)
            .Add("Protocol", request.Protocol)
            .Add("Endpoint", request.Endpoint)
            .Add("Attributes", request.Attributes)
            .Add("ReturnSubscriptionArn", request.ReturnSubscriptionArn),
        result => new SubscribeResponse { SubscriptionArn = ResponseUnmarshaller.Text(result, "SubscriptionArn") });

    public static InvokeOptions TagResource { get; } = Operation<TagResourceRequest>(
        (request, fields) => fields.Add("ResourceArn", request.ResourceArn).Add("Tags", request.Tags),
        _ => new TagResourceResponse());

    /// <summary>An operation, named as the member it is assigned to.</summary>
    private static InvokeOptions Operation<TRequest>(
        Action<TRequest, QueryFields> write, Func<XElement, AmazonWebServiceResponse> read, [CallerMemberName] string name = "")
        where TRequest : AmazonSimpleNotificationServiceRequest =>
        new()
        {
            RequestMarshaller = new RequestMarshaller<TRequest>(name, write),
            ResponseUnmarshaller = new ResponseUnmarshaller(name, read),
        };
}
