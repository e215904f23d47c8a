using Amazon.StepFunctions.Model;
using Microsoft.Extensions.DependencyInjection;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Engine;
using Workers.Events;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;
using Workers.IntegrationTests.Orders;

namespace Workers.IntegrationTests.Workflow;

/// <summary>A fleet with its state machine, whose workers can be kept from answering.</summary>
public sealed class WorkflowFleet(AwsEndpoint endpoint) : IAsyncLifetime
{
    /// <summary>The fleet.</summary>
    public RunningFleet Fleet { get; } = new(endpoint);

    public ValueTask InitializeAsync() => Fleet.InitializeAsync();

    public ValueTask DisposeAsync() => Fleet.DisposeAsync();

    /// <summary>An order with stock of its own, of a customer of its own unless one is named.</summary>
    internal async Task<TrackedOrder> StockedAsync(string orderId, string? customerId = null)
    {
        var order = new TrackedOrder(Fleet, orderId, customerId ?? $"CUST-{orderId}");
        await order.StockAsync();
        return order;
    }

    /// <summary>Receives nothing of a worker's queue until it is told to go on, as if the worker were down.</summary>
    internal QueueControl Pause(string consumer)
    {
        var control = Fleet.ServicesOf(consumer.ToLowerInvariant()).GetRequiredKeyedService<QueueControl>(consumer);
        control.Pause();
        return control;
    }

    /// <summary>Waits for the execution that leads an order to end so.</summary>
    public Task ExecutionBecomesAsync(string orderId, string status) => Eventually.TrueAsync(
        $"the execution of {orderId} is {status}", async () => (await ExecutionAsync(orderId))?.Status.Value == status);

    /// <summary>The execution that leads an order; null where none does.</summary>
    public async Task<DescribeExecutionResponse?> ExecutionAsync(string orderId) =>
        await ExecutionArnAsync(orderId) is { } arn
            ? await endpoint.Clients.StepFunctions.DescribeExecutionAsync(new() { ExecutionArn = arn }, TestContext.Current.CancellationToken)
            : null;

    /// <summary>Stops the execution that leads an order, as an operator does.</summary>
    public async Task StopExecutionAsync(string orderId) => await endpoint.Clients.StepFunctions.StopExecutionAsync(
        new() { ExecutionArn = await ExecutionArnAsync(orderId), Cause = "an operator" }, TestContext.Current.CancellationToken);

    /// <summary>How many executions there are that a trigger of the order started.</summary>
    public async Task<IReadOnlyList<string>> ExecutionsAsync(string orderId)
    {
        var leader = (await ExecutionAsync(orderId))!;
        var listed = await endpoint.Clients.StepFunctions.ListExecutionsAsync(
            new() { StateMachineArn = leader.StateMachineArn }, TestContext.Current.CancellationToken);
        var found = new List<string>();
        foreach (var execution in listed.Executions)
        {
            var described = await endpoint.Clients.StepFunctions.DescribeExecutionAsync(
                new() { ExecutionArn = execution.ExecutionArn }, TestContext.Current.CancellationToken);
            if (ExecutionInput.OrderIdOf(described.Input) == orderId)
            {
                found.Add(described.Status.Value);
            }
        }

        return found;
    }

    private async Task<string?> ExecutionArnAsync(string orderId)
    {
        var response = await endpoint.Clients.DynamoDb.GetItemAsync(
            new()
            {
                TableName = new ResourceNaming { Prefix = Fleet.Prefix }.NameOf(Topology.OrderWorkflowsTable),
                Key = new() { [OrderWorkflowColumns.OrderId] = new() { S = orderId } },
                ConsistentRead = true,
            },
            TestContext.Current.CancellationToken);
        return response.Item?.GetValueOrDefault(OrderWorkflowColumns.ExecutionArn)?.S;
    }
}

/// <summary>One fleet for all specs of orchestrated orders: each has an order, a product and a customer of its own.</summary>
[CollectionDefinition]
public sealed class WorkflowSpecs : ICollectionFixture<WorkflowFleet>;
