using Amazon.EventBridge;
using Amazon.Runtime;

namespace Workers.Tests.AwsServiceClients;

public sealed class WhenEveryMemberIsSet : WireSpec
{
    public static TheoryData<string> Operations =>
    [
        .. from method in typeof(IAmazonEventBridge).GetMethods()
           where method.GetParameters() is [var request, _] && request.ParameterType.IsSubclassOf(typeof(AmazonWebServiceRequest))
           select method.Name[..^"Async".Length],
    ];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task EventBridge_gets_all_that_was_asked_and_the_caller_all_that_was_answered(string operation)
    {
        var request = Sample($"{operation}Request");
        var answer = SampleModel.ToJson(Sample($"{operation}Response"))!;
        Service.Answers(answer.ToJsonString());

        var call = typeof(IAmazonEventBridge).GetMethod($"{operation}Async", [request.GetType(), typeof(CancellationToken)])!;
        var response = await InvokeAsync(call.Invoke(Events, [request, Cancellation])!);

        Assert.Equal($"AWSEvents.{operation}", Service.Request["X-Amz-Target"]);
        AssertSameJson(SampleModel.ToJson(request)!.ToJsonString(), Service.Request.Json);
        AssertSameJson(answer.ToJsonString(), SampleModel.ToJson(response));
    }

    private static object Sample(string type) =>
        SampleModel.Of(typeof(IAmazonEventBridge).Assembly.GetType($"Amazon.EventBridge.Model.{type}")!);

    private static async Task<AmazonWebServiceResponse> InvokeAsync(object call)
    {
        var task = (Task)call;
        await task;
        return (AmazonWebServiceResponse)task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task)!;
    }
}
