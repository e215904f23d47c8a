using System.Reflection;
using System.Text.Json;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.StepFunctions;

namespace Workers.Tests.AwsServiceClients;

public sealed class WhenEveryMemberIsSet : WireSpec
{
    public static TheoryData<string> OperationsOfEventBridge => OperationsOf<IAmazonEventBridge>();

    public static TheoryData<string> OperationsOfStepFunctions => OperationsOf<IAmazonStepFunctions>();

    [Theory]
    [MemberData(nameof(OperationsOfEventBridge))]
    public Task EventBridge_gets_all_that_was_asked_and_the_caller_all_that_was_answered(string operation) =>
        CallAsync<IAmazonEventBridge>(Events, "AWSEvents", naming: null, operation);

    [Theory]
    [MemberData(nameof(OperationsOfStepFunctions))]
    public Task Step_Functions_gets_all_that_was_asked_and_the_caller_all_that_was_answered(string operation) =>
        CallAsync<IAmazonStepFunctions>(StepFunctions, "AWSStepFunctions", JsonNamingPolicy.CamelCase, operation);

    private static TheoryData<string> OperationsOf<TClient>() =>
    [
        .. from method in typeof(TClient).GetMethods()
           where method.GetParameters() is [var request, _] && request.ParameterType.IsSubclassOf(typeof(AmazonWebServiceRequest))
           select method.Name[..^"Async".Length],
    ];

    private async Task CallAsync<TClient>(TClient client, string target, JsonNamingPolicy? naming, string operation)
    {
        var call = typeof(TClient).GetMethod($"{operation}Async")!;
        var request = SampleModel.Of(call.GetParameters()[0].ParameterType);
        var answer = SampleModel.ToJson(SampleModel.Of(call.ReturnType.GetGenericArguments()[0]), naming)!;
        Service.Answers(answer.ToJsonString());

        var response = await InvokeAsync(call, client!, request);

        Assert.Equal($"{target}.{operation}", Service.Request["X-Amz-Target"]);
        AssertSameJson(SampleModel.ToJson(request, naming)!.ToJsonString(), Service.Request.Json);
        AssertSameJson(answer.ToJsonString(), SampleModel.ToJson(response, naming));
    }

    private static async Task<AmazonWebServiceResponse> InvokeAsync(MethodInfo call, object client, object request)
    {
        var task = (Task)call.Invoke(client, [request, Cancellation])!;
        await task;
        return (AmazonWebServiceResponse)task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task)!;
    }
}
