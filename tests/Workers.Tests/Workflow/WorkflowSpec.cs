using System.Diagnostics.Metrics;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Microsoft.Extensions.DependencyInjection;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.Workflow;

namespace Workers.Tests.Workflow;

/// <summary>The workflow worker on a queue, a bus and a clock in memory, with a state machine that records what it is told.</summary>
public abstract class WorkflowSpec : IDisposable
{
    protected const string OrderId = "ORD-1";
    protected const string Execution = "arn:aws:states:us-east-1:000000000000:execution:event-driven-workflow:1f0e";

    protected WorkflowSpec() => Worker = new HandlerTest(builder =>
    {
        builder.AddWorkflow();
        builder.Services.AddSingleton<IMeterFactory>(Meters);
        builder.Services.AddSingleton<IAmazonStepFunctions>(States);
        builder.Services.AddSingleton<IAmazonDynamoDB>(OrderWorkflows);
    });

    protected HandlerTest Worker { get; }

    private protected CountingMeters Meters { get; } = new();

    private protected FakeStates States { get; } = new();

    private protected FakeOrderWorkflows OrderWorkflows { get; } = new();

    public void Dispose()
    {
        Worker.Dispose();
        Meters.Dispose();
        States.Dispose();
        OrderWorkflows.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void Hear(IEventDetail detail, string eventId = "event-1", string? taskToken = null, string? fulfilment = "orchestrated")
    {
        Worker.Receives(detail, new EventMetadata(eventId, "chain-1", TaskToken: taskToken, Fulfilment: fulfilment));
        Worker.RunUntilQuiet();
    }

    /// <summary>Step Functions, which records every call and fails as often as told.</summary>
    private protected sealed class FakeStates() : AmazonStepFunctionsClient(new AnonymousAWSCredentials(), RegionEndpoint.USEast1)
    {
        /// <summary>What it was told, in order.</summary>
        public List<string> Calls { get; } = [];

        /// <summary>What the next calls throw, one each.</summary>
        public Queue<Exception> Failures { get; } = [];

        /// <summary>What every execution began with.</summary>
        public string? Input { get; set; }

        public override Task<SendTaskSuccessResponse> SendTaskSuccessAsync(
            SendTaskSuccessRequest request, CancellationToken cancellationToken = default) =>
            Answer($"success {request.TaskToken} {request.Output}", new SendTaskSuccessResponse());

        public override Task<SendTaskFailureResponse> SendTaskFailureAsync(
            SendTaskFailureRequest request, CancellationToken cancellationToken = default) =>
            Answer($"failure {request.TaskToken} {request.Error}: {request.Cause}", new SendTaskFailureResponse());

        public override Task<StopExecutionResponse> StopExecutionAsync(
            StopExecutionRequest request, CancellationToken cancellationToken = default) =>
            Answer($"stop {request.ExecutionArn} {request.Error}: {request.Cause}", new StopExecutionResponse());

        public override Task<DescribeExecutionResponse> DescribeExecutionAsync(
            DescribeExecutionRequest request, CancellationToken cancellationToken = default) =>
            Answer($"describe {request.ExecutionArn}", new DescribeExecutionResponse { Input = Input });

        private Task<T> Answer<T>(string call, T response)
        {
            Calls.Add(call);
            return Failures.TryDequeue(out var failure) ? throw failure : Task.FromResult(response);
        }
    }

    /// <summary>Which execution leads which order.</summary>
    private protected sealed class FakeOrderWorkflows() : AmazonDynamoDBClient(new AnonymousAWSCredentials(), RegionEndpoint.USEast1)
    {
        public Dictionary<string, string> Leaders { get; } = [];

        /// <summary>What the next reads throw, one each.</summary>
        public Queue<Exception> Failures { get; } = [];

        public override Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
        {
            Assert.Equal((Topology.OrderWorkflowsTable, true), (request.TableName, request.ConsistentRead));
            if (Failures.TryDequeue(out var failure))
            {
                throw failure;
            }

            return Task.FromResult(new GetItemResponse
            {
                Item = Leaders.GetValueOrDefault(request.Key[OrderWorkflowColumns.OrderId].S) is { } leader
                    ? new() { [OrderWorkflowColumns.ExecutionArn] = new() { S = leader } }
                    : [],
            });
        }
    }
}
