using Amazon.EventBridge;
using Amazon.StepFunctions;

namespace Workers.Tests.AwsServiceClients;

/// <summary>Which operation declares which error; every other pair of the two is a plain exception of the service.</summary>
public sealed class WhenAnErrorIsDeclared : WireSpec
{
    [Theory]
    [InlineData("PutEvents", "")]
    [InlineData("CreateEventBus", "ConcurrentModification InvalidState LimitExceeded OperationDisabled ResourceAlreadyExists ResourceNotFound")]
    [InlineData("DescribeEventBus", "ResourceNotFound")]
    [InlineData("DeleteEventBus", "ConcurrentModification")]
    [InlineData("ListEventBuses", "")]
    [InlineData("PutRule", "ConcurrentModification InvalidEventPattern LimitExceeded ManagedRule ResourceNotFound")]
    [InlineData("DescribeRule", "ResourceNotFound")]
    [InlineData("ListRules", "ResourceNotFound")]
    [InlineData("DeleteRule", "ConcurrentModification ManagedRule ResourceNotFound")]
    [InlineData("EnableRule", "ConcurrentModification ManagedRule ResourceNotFound")]
    [InlineData("DisableRule", "ConcurrentModification ManagedRule ResourceNotFound")]
    [InlineData("PutTargets", "ConcurrentModification LimitExceeded ManagedRule ResourceNotFound")]
    [InlineData("ListTargetsByRule", "ResourceNotFound")]
    [InlineData("RemoveTargets", "ConcurrentModification ManagedRule ResourceNotFound")]
    [InlineData("TestEventPattern", "InvalidEventPattern")]
    [InlineData("CreateArchive", "ConcurrentModification InvalidEventPattern LimitExceeded ResourceAlreadyExists ResourceNotFound")]
    [InlineData("DescribeArchive", "ResourceAlreadyExists ResourceNotFound")]
    [InlineData("UpdateArchive", "ConcurrentModification InvalidEventPattern LimitExceeded ResourceNotFound")]
    [InlineData("ListArchives", "ResourceNotFound")]
    [InlineData("DeleteArchive", "ConcurrentModification ResourceNotFound")]
    [InlineData("StartReplay", "InvalidEventPattern LimitExceeded ResourceAlreadyExists ResourceNotFound")]
    [InlineData("DescribeReplay", "ResourceNotFound")]
    [InlineData("CancelReplay", "ConcurrentModification IllegalStatus ResourceNotFound")]
    [InlineData("TagResource", "ConcurrentModification ManagedRule ResourceNotFound")]
    [InlineData("ListTagsForResource", "ResourceNotFound")]
    public Task EventBridges_is_thrown_as_its_own_exception(string operation, string declared) =>
        CheckAsync<IAmazonEventBridge, AmazonEventBridgeException>(
            Events, operation, [.. declared.Split(' '), "Internal"], exception => $"{exception}Exception");

    [Theory]
    [InlineData(
        "CreateStateMachine",
        "Conflict InvalidArn InvalidDefinition InvalidLoggingConfiguration InvalidName InvalidTracingConfiguration "
            + "StateMachineAlreadyExists StateMachineDeleting StateMachineLimitExceeded StateMachineTypeNotSupported TooManyTags Validation")]
    [InlineData("DeleteStateMachine", "InvalidArn Validation")]
    [InlineData("DescribeExecution", "ExecutionDoesNotExist InvalidArn")]
    [InlineData("DescribeStateMachine", "InvalidArn StateMachineDoesNotExist")]
    [InlineData("GetExecutionHistory", "ExecutionDoesNotExist InvalidArn InvalidToken")]
    [InlineData("ListExecutions", "InvalidArn InvalidToken StateMachineDoesNotExist StateMachineTypeNotSupported Validation")]
    [InlineData("ListStateMachines", "InvalidToken")]
    [InlineData("ListTagsForResource", "InvalidArn ResourceNotFound")]
    [InlineData("RedriveExecution", "ExecutionDoesNotExist ExecutionLimitExceeded ExecutionNotRedrivable InvalidArn Validation")]
    [InlineData("SendTaskFailure", "InvalidToken TaskDoesNotExist TaskTimedOut")]
    [InlineData("SendTaskSuccess", "InvalidOutput InvalidToken TaskDoesNotExist TaskTimedOut")]
    [InlineData(
        "StartExecution",
        "ExecutionAlreadyExists ExecutionLimitExceeded InvalidArn InvalidExecutionInput "
            + "InvalidName StateMachineDeleting StateMachineDoesNotExist Validation")]
    [InlineData("StopExecution", "ExecutionDoesNotExist InvalidArn Validation")]
    [InlineData("TagResource", "InvalidArn ResourceNotFound TooManyTags")]
    [InlineData(
        "UpdateStateMachine",
        "Conflict InvalidArn InvalidDefinition InvalidLoggingConfiguration "
            + "InvalidTracingConfiguration MissingRequiredParameter StateMachineDeleting StateMachineDoesNotExist Validation")]
    public Task Step_Functions_is_thrown_as_its_own_exception(string operation, string declared) =>
        CheckAsync<IAmazonStepFunctions, AmazonStepFunctionsException>(
            StepFunctions,
            operation,
            declared.Split(' '),
            exception => exception is "Conflict" or "Validation" ? $"{exception}Exception" : exception);

    private async Task CheckAsync<TClient, TException>(TClient client, string operation, string[] expected, Func<string, string> codeOf)
    {
        var call = typeof(TClient).GetMethod($"{operation}Async")!;
        var request = call.GetParameters()[0].ParameterType;
        foreach (var exception in typeof(TClient).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(TException))))
        {
            var name = exception.Name[..^"Exception".Length];
            Service.Answers($$"""{"__type":"{{codeOf(name)}}"}""", 400);

            var error = await Record.ExceptionAsync(() => (Task)call.Invoke(client, [Activator.CreateInstance(request), Cancellation])!);

            Assert.IsType(expected.Contains(name) ? exception : typeof(TException), error);
        }
    }
}
