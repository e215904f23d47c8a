using System.Text.Json.Nodes;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SQS;

namespace Workers.Tests.AwsServiceClients;

public sealed class WhenEveryMemberIsSet : WireSpec
{
    public static TheoryData<string> SqsOperations => [.. Operations(typeof(IAmazonSQS))];

    public static TheoryData<string> EventBridgeOperations => [.. Operations(typeof(IAmazonEventBridge))];

    [Theory]
    [MemberData(nameof(SqsOperations))]
    public Task Sqs_gets_all_that_was_asked_and_the_caller_all_that_was_answered(string operation) =>
        SendsAndReadsEveryMember(typeof(IAmazonSQS), Sqs, $"AmazonSQS.{operation}", operation);

    [Theory]
    [MemberData(nameof(EventBridgeOperations))]
    public Task EventBridge_gets_all_that_was_asked_and_the_caller_all_that_was_answered(string operation) =>
        SendsAndReadsEveryMember(typeof(IAmazonEventBridge), Events, $"AWSEvents.{operation}", operation);

    [Fact]
    public void Every_operation_is_there()
    {
        Assert.Equal(20, SqsOperations.Count);
        Assert.Equal(26, EventBridgeOperations.Count);
    }

    private async Task SendsAndReadsEveryMember(Type service, object client, string target, string operation)
    {
        var request = SampleModel.Of(service.Assembly.GetType($"{service.Namespace}.Model.{operation}Request")!);
        var answer = SampleModel.ToJson(SampleModel.Of(service.Assembly.GetType($"{service.Namespace}.Model.{operation}Response")!))!;
        SetChecksumsOfSampleText(answer);
        Service.Answers(answer.ToJsonString());

        var call = service.GetMethod($"{operation}Async", [request.GetType(), typeof(CancellationToken)])!;
        var response = await InvokeAsync(call.Invoke(client, [request, Cancellation])!);

        Assert.Equal(target, Service.Request["X-Amz-Target"]);
        AssertSameJson(SampleModel.ToJson(request)!.ToJsonString(), Service.Request.Json);
        AssertSameJson(answer.ToJsonString(), SampleModel.ToJson(response));
    }

    private static async Task<AmazonWebServiceResponse> InvokeAsync(object call)
    {
        var task = (Task)call;
        await task;
        return (AmazonWebServiceResponse)task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task)!;
    }

    private static IEnumerable<string> Operations(Type service) =>
        from method in service.GetMethods()
        where method.GetParameters() is [var request, _] && request.ParameterType.IsSubclassOf(typeof(AmazonWebServiceRequest))
        select method.Name[..^"Async".Length];

    private static void SetChecksumsOfSampleText(JsonNode? node)
    {
        foreach (var item in node as JsonArray ?? [])
        {
            SetChecksumsOfSampleText(item);
        }

        foreach (var (name, value) in (node as JsonObject ?? []).ToList())
        {
            SetChecksumsOfSampleText(value);
            if (name is "MD5OfBody" or "MD5OfMessageBody")
            {
                node![name] = "1cb251ec0d568de6a929b520c4aed8d1";
            }
            else if (name is "MD5OfMessageAttributes")
            {
                node![name] = "";
            }
        }
    }
}
