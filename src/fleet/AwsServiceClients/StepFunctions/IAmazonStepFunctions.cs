using Amazon.Runtime;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions;

/// <summary>
/// Step Functions, as this project uses it: the official interface without the operations that nothing here calls. A fake derives
/// from <see cref="AmazonStepFunctionsClient"/>, whose methods are virtual, and so fits the official one too.
/// </summary>
public interface IAmazonStepFunctions : IAmazonService, IDisposable
{
    /// <summary>Creates a state machine.</summary>
    Task<CreateStateMachineResponse> CreateStateMachineAsync(
        CreateStateMachineRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a state machine once its executions have ended.</summary>
    Task<DeleteStateMachineResponse> DeleteStateMachineAsync(
        DeleteStateMachineRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes an execution.</summary>
    Task<DescribeExecutionResponse> DescribeExecutionAsync(
        DescribeExecutionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes a state machine.</summary>
    Task<DescribeStateMachineResponse> DescribeStateMachineAsync(
        DescribeStateMachineRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads what has happened in an execution.</summary>
    Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(
        GetExecutionHistoryRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the executions of a state machine.</summary>
    Task<ListExecutionsResponse> ListExecutionsAsync(
        ListExecutionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the state machines.</summary>
    Task<ListStateMachinesResponse> ListStateMachinesAsync(
        ListStateMachinesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the tags of a state machine.</summary>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Goes on where an execution ended without success.</summary>
    Task<RedriveExecutionResponse> RedriveExecutionAsync(
        RedriveExecutionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Ends a task as failed.</summary>
    Task<SendTaskFailureResponse> SendTaskFailureAsync(
        SendTaskFailureRequest request, CancellationToken cancellationToken = default);

    /// <summary>Ends a task as succeeded.</summary>
    Task<SendTaskSuccessResponse> SendTaskSuccessAsync(
        SendTaskSuccessRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts an execution.</summary>
    Task<StartExecutionResponse> StartExecutionAsync(
        StartExecutionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Stops an execution.</summary>
    Task<StopExecutionResponse> StopExecutionAsync(
        StopExecutionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Puts tags on a state machine.</summary>
    Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes a state machine.</summary>
    Task<UpdateStateMachineResponse> UpdateStateMachineAsync(
        UpdateStateMachineRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonStepFunctionsConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonStepFunctionsConfig config)
        {
            throw new AmazonClientException("A client of Step Functions needs an AmazonStepFunctionsConfig.");
        }

        return awsCredentials is null
            ? new AmazonStepFunctionsClient(config)
            : new AmazonStepFunctionsClient(awsCredentials, config);
    }
}
