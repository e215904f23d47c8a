using Amazon.StepFunctions.Model;
using Microsoft.Extensions.DependencyInjection;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Engine;
using Workers.Events;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;
using Workers.IntegrationTests.Orders;
using Workers.Partners;
using Workers.Payments.Providers;

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

    /// <summary>Waits for the payments worker to have heard of an order's end; the request that came with it may have been first.</summary>
    public async Task NothingStaysChargedAsync(string orderId)
    {
        await Eventually.TrueAsync(
            $"the payment of {orderId} is void or refunded",
            async () => await FindAsync(Topology.PaymentsTable, PaymentColumns.OrderId, orderId, PaymentColumns.State) is "Void" or "Refunded");
        var booked = Fleet.ServicesOf("payments").GetRequiredService<KeyedLedger<LedgerEntry>>().Entries
            .Where(entry => entry.OrderId == orderId)
            .ToLookup(entry => entry.Kind, entry => entry.Amount);
        Assert.Equal(booked[LedgerKind.Charge].Sum(), booked[LedgerKind.Refund].Sum());
    }

    /// <summary>Waits for the execution that leads an order to end so.</summary>
    public Task ExecutionBecomesAsync(string orderId, string status) => Eventually.TrueAsync(
        $"the execution of {orderId} is {status}", async () => (await ExecutionAsync(orderId))?.Status.Value == status);

    /// <summary>The execution that leads an order; null where none does.</summary>
    public async Task<DescribeExecutionResponse?> ExecutionAsync(string orderId) =>
        await ExecutionArnAsync(orderId) is { } arn
            ? await endpoint.Clients.StepFunctions.DescribeExecutionAsync(
                new() { ExecutionArn = arn }, TestContext.Current.CancellationToken)
            : null;

    /// <summary>Waits for a task of an order's execution to give up waiting for its answer.</summary>
    public Task AStepTimesOutAsync(string orderId) => Eventually.TrueAsync($"a step of {orderId} timed out", async () =>
        await ExecutionArnAsync(orderId) is { } arn
        && (await endpoint.Clients.StepFunctions.GetExecutionHistoryAsync(
            new() { ExecutionArn = arn }, TestContext.Current.CancellationToken)).Events.Any(step => step.Type.Value == "TaskTimedOut"));

    /// <summary>Stops the execution that leads an order, as an operator does.</summary>
    public async Task StopExecutionAsync(string orderId) => await endpoint.Clients.StepFunctions.StopExecutionAsync(
        new() { ExecutionArn = await ExecutionArnAsync(orderId), Cause = "an operator" }, TestContext.Current.CancellationToken);

    /// <summary>How each execution stands that a trigger of the order started.</summary>
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

    private Task<string?> ExecutionArnAsync(string orderId) =>
        FindAsync(Topology.OrderWorkflowsTable, OrderWorkflowColumns.OrderId, orderId, OrderWorkflowColumns.ExecutionArn);

    private async Task<string?> FindAsync(string table, string key, string orderId, string column)
    {
        var response = await endpoint.Clients.DynamoDb.GetItemAsync(
            new()
            {
                TableName = new ResourceNaming { Prefix = Fleet.Prefix }.NameOf(table),
                Key = new() { [key] = new() { S = orderId } },
                ConsistentRead = true,
            },
            TestContext.Current.CancellationToken);
        return response.Item?.GetValueOrDefault(column)?.S;
    }
}

/// <summary>One fleet for all specs of orchestrated orders: each has an order, a product and a customer of its own.</summary>
[CollectionDefinition]
public sealed class WorkflowSpecs : ICollectionFixture<WorkflowFleet>;
