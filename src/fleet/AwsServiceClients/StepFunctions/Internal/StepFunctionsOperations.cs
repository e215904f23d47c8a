using Amazon.Runtime.Internal;
using Amazon.Shared;
using Amazon.StepFunctions.Model;
using static Amazon.StepFunctions.Internal.StepFunctionsErrors;

namespace Amazon.StepFunctions.Internal;

/// <summary>The operations of Step Functions, with the errors that each declares.</summary>
internal static class StepFunctionsOperations
{
    private static readonly JsonService Service = new()
    {
        Name = "Amazon.StepFunctions",
        TargetPrefix = "AWSStepFunctions",
        JsonVersion = "1.0",
        ApiVersion = AmazonStepFunctionsConfig.ApiVersion,
        Json = StepFunctionsJson.Wire,
        Other = StepFunctionsErrors.Other,
    };

    public static InvokeOptions CreateStateMachine { get; } =
        Service.Operation<CreateStateMachineRequest, CreateStateMachineResponse>(
        [
            Conflict, InvalidArn, InvalidDefinition, InvalidLoggingConfiguration, InvalidName, InvalidTracingConfiguration,
            StateMachineAlreadyExists, StateMachineDeleting, StateMachineLimitExceeded, StateMachineTypeNotSupported,
            TooManyTags, Validation
        ]);

    public static InvokeOptions DeleteStateMachine { get; } =
        Service.OperationWithoutResult<DeleteStateMachineRequest, DeleteStateMachineResponse>(
            [InvalidArn, Validation]);

    public static InvokeOptions DescribeExecution { get; } =
        Service.Operation<DescribeExecutionRequest, DescribeExecutionResponse>(
            [ExecutionDoesNotExist, InvalidArn]);

    public static InvokeOptions DescribeStateMachine { get; } =
        Service.Operation<DescribeStateMachineRequest, DescribeStateMachineResponse>(
            [InvalidArn, StateMachineDoesNotExist]);

    public static InvokeOptions GetExecutionHistory { get; } =
        Service.Operation<GetExecutionHistoryRequest, GetExecutionHistoryResponse>(
            [ExecutionDoesNotExist, InvalidArn, InvalidToken]);

    public static InvokeOptions ListExecutions { get; } =
        Service.Operation<ListExecutionsRequest, ListExecutionsResponse>(
            [InvalidArn, InvalidToken, StateMachineDoesNotExist, StateMachineTypeNotSupported, Validation]);

    public static InvokeOptions ListStateMachines { get; } =
        Service.Operation<ListStateMachinesRequest, ListStateMachinesResponse>(
            [InvalidToken]);

    public static InvokeOptions ListTagsForResource { get; } =
        Service.Operation<ListTagsForResourceRequest, ListTagsForResourceResponse>(
            [InvalidArn, ResourceNotFound]);

    public static InvokeOptions RedriveExecution { get; } =
        Service.Operation<RedriveExecutionRequest, RedriveExecutionResponse>(
            [ExecutionDoesNotExist, ExecutionLimitExceeded, ExecutionNotRedrivable, InvalidArn, Validation]);

    public static InvokeOptions SendTaskFailure { get; } =
        Service.OperationWithoutResult<SendTaskFailureRequest, SendTaskFailureResponse>(
            [InvalidToken, TaskDoesNotExist, TaskTimedOut]);

    public static InvokeOptions SendTaskSuccess { get; } =
        Service.OperationWithoutResult<SendTaskSuccessRequest, SendTaskSuccessResponse>(
            [InvalidOutput, InvalidToken, TaskDoesNotExist, TaskTimedOut]);

    public static InvokeOptions StartExecution { get; } =
        Service.Operation<StartExecutionRequest, StartExecutionResponse>(
        [
            ExecutionAlreadyExists, ExecutionLimitExceeded, InvalidArn, InvalidExecutionInput, InvalidName,
            StateMachineDeleting, StateMachineDoesNotExist, Validation
        ]);

    public static InvokeOptions StopExecution { get; } =
        Service.Operation<StopExecutionRequest, StopExecutionResponse>(
            [ExecutionDoesNotExist, InvalidArn, Validation]);

    public static InvokeOptions TagResource { get; } =
        Service.OperationWithoutResult<TagResourceRequest, TagResourceResponse>(
            [InvalidArn, ResourceNotFound, TooManyTags]);

    public static InvokeOptions UpdateStateMachine { get; } =
        Service.Operation<UpdateStateMachineRequest, UpdateStateMachineResponse>(
        [
            Conflict, InvalidArn, InvalidDefinition, InvalidLoggingConfiguration, InvalidTracingConfiguration,
            MissingRequiredParameter, StateMachineDeleting, StateMachineDoesNotExist, Validation
        ]);
}
