using LocalAws.Http;
using LocalAws.Sns.Deliveries;
using LocalAws.Sqs;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Wire;

namespace LocalAws;

/// <summary>Connects SNS's deliveries to the queues of the same process.</summary>
internal sealed class TopicQueues(SqsService sqs) : ITopicQueues
{
    private const string Service = "sns.amazonaws.com";

    public bool Send(QueueDelivery delivery)
    {
        try
        {
            sqs.Send(delivery.QueueArn, Message(delivery), Service, delivery.TopicArn);
            return true;
        }
        catch (AwsException)
        {
            return false;
        }
    }

    private static SendMessageRequest Message(QueueDelivery delivery) => new(
        QueueUrl: null,
        Id: null,
        delivery.Body,
        DelaySeconds: null,
        delivery.Attributes.ToDictionary(
            attribute => attribute.Key,
            attribute => new MessageAttributeValue(
                attribute.Value.DataType, attribute.Value.StringValue, attribute.Value.BinaryValue)),
        delivery.TraceHeader is null
            ? null
            : new() { [MessageAttributeRules.TraceHeader] = new MessageAttributeValue("String", delivery.TraceHeader, null) },
        MessageDeduplicationId: null,
        delivery.GroupId);
}
