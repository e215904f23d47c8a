using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Amazon.SQS;
using Amazon.SQS.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Microsoft.Extensions.DependencyInjection;
using Workers.Contracts;
using Workers.Events;

namespace Workers.IntegrationTests.Provisioning;

/// <summary>Notes what each host does to which resource, in IAM's words.</summary>
internal sealed class CallRecorder(Func<string> prefix)
{
    private readonly ConcurrentDictionary<(string Deployable, string Action, string Resource), bool> _calls = new();

    private readonly ConcurrentDictionary<(string Deployable, EventName Name), bool> _puts = new();

    /// <summary>The events that a deployable put on the bus.</summary>
    public IEnumerable<EventName> EventsOf(string deployable) =>
        _puts.Keys.Where(put => put.Deployable == deployable).Select(put => put.Name);

    /// <summary>What a deployable did, each as <c>sqs:SendMessage inventory-dlq</c>.</summary>
    public IEnumerable<string> CallsOf(string deployable) =>
        _calls.Keys.Where(call => call.Deployable == deployable).Select(call => $"{call.Action} {call.Resource}");

    public void Watch(string deployable, IServiceProvider services)
    {
        object?[] clients =
        [
            services.GetRequiredService<IAmazonSQS>(),
            services.GetKeyedService<IAmazonSQS>(PollingClient.Key),
            services.GetRequiredService<IAmazonEventBridge>(),
            services.GetRequiredService<IAmazonDynamoDB>(),
            services.GetRequiredService<IAmazonSimpleNotificationService>(),
            services.GetRequiredService<IAmazonStepFunctions>(),
        ];
        foreach (var client in clients.OfType<AmazonServiceClient>())
        {
            client.BeforeRequestEvent += (_, call) => Note(deployable, ((WebServiceRequestEventArgs)call).Request);
        }
    }

    private void Note(string deployable, AmazonWebServiceRequest request)
    {
        foreach (var entry in request is Amazon.EventBridge.Model.PutEventsRequest put ? put.Entries : [])
        {
            _puts[(deployable, new(entry.Source, entry.DetailType))] = true;
        }

        foreach (var (action, resource) in Actions(request))
        {
            _calls[(deployable, action, Unprefixed(resource))] = true;
        }
    }

    private static IEnumerable<(string Action, string Resource)> Actions(AmazonWebServiceRequest request) => request switch
    {
        TransactWriteItemsRequest write => write.TransactItems.Select(Part),
        BatchGetItemRequest read => read.RequestItems.Keys.Select(table => ("dynamodb:BatchGetItem", table)),
        GetItemRequest read => [("dynamodb:GetItem", read.TableName)],
        DeleteItemRequest delete => [("dynamodb:DeleteItem", delete.TableName)],
        UpdateItemRequest update => [("dynamodb:UpdateItem", update.TableName)],
        QueryRequest query => [("dynamodb:Query", query.TableName)],
        ScanRequest scan => [("dynamodb:Scan", scan.TableName)],
        GetQueueUrlRequest get => [("sqs:GetQueueUrl", get.QueueName)],
        GetQueueAttributesRequest get => [("sqs:GetQueueAttributes", get.QueueUrl)],
        ReceiveMessageRequest receive => [("sqs:ReceiveMessage", receive.QueueUrl)],
        DeleteMessageBatchRequest delete => [("sqs:DeleteMessage", delete.QueueUrl)],
        ChangeMessageVisibilityBatchRequest change => [("sqs:ChangeMessageVisibility", change.QueueUrl)],
        SendMessageBatchRequest send => [("sqs:SendMessage", send.QueueUrl)],
        PublishRequest publish => [("sns:Publish", publish.TopicArn.Split(':')[^1])],
        SendTaskSuccessRequest => [("states:SendTaskSuccess", "*")],
        SendTaskFailureRequest => [("states:SendTaskFailure", "*")],
        StopExecutionRequest stop => [("states:StopExecution", stop.ExecutionArn.Split(':')[^2])],
        DescribeExecutionRequest describe => [("states:DescribeExecution", describe.ExecutionArn.Split(':')[^2])],
        Amazon.EventBridge.Model.PutEventsRequest => [("events:PutEvents", Topology.Bus)],
        Amazon.EventBridge.Model.DescribeEventBusRequest => [("events:DescribeEventBus", Topology.Bus)],
        _ => [("unknown:" + request.GetType().Name, "")],
    };

    private static (string, string) Part(TransactWriteItem item) => item switch
    {
        { Put: { } put } => ("dynamodb:PutItem", put.TableName),
        { Update: { } update } => ("dynamodb:UpdateItem", update.TableName),
        { Delete: { } delete } => ("dynamodb:DeleteItem", delete.TableName),
        _ => ("dynamodb:ConditionCheckItem", item.ConditionCheck.TableName),
    };

    private string Unprefixed(string resource)
    {
        var name = resource[(resource.LastIndexOf('/') + 1)..];
        return name.StartsWith(prefix(), StringComparison.Ordinal) ? name[prefix().Length..] : name;
    }
}
