using Amazon.StepFunctions;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Torture.Trade;

namespace Workers.Torture.Checks;

/// <summary>Executions of the state machine, and the orders that they lead.</summary>
internal static class WorkflowChecks
{
    private static readonly HashSet<string> Words =
    [
        .. Topology.WorkflowRequests.Select(name => name.DetailType),
        EventNames.WorkflowFailed.DetailType,
        EventNames.NothingReleased.DetailType,
        EventNames.NothingRefunded.DetailType,
    ];

    /// <summary>Whether an event is of the talk between the state machine and the workers: how often they talk depends on who was killed.</summary>
    public static bool Covers(ArchivedEvent archived) => Words.Contains(archived.DetailType);

    public static IEnumerable<Check> Of(Books books, Findings findings)
    {
        var led = books.Orders.Values.Where(order => order.IsOrchestrated && order.PlacedBy.Count > 0).Select(order => order.OrderId).ToList();
        yield return new(
            "every execution came to an end",
            [.. findings.Executions.Where(execution => execution.Value == ExecutionStatus.RUNNING).Select(execution => execution.Key)],
            string.Join(", ", findings.Executions.Values.CountBy(status => status.Value).OrderBy(count => count.Key).Select(count => $"{count.Value} {count.Key}")));
        yield return new(
            "every orchestrated order was led by an execution, and no other order was",
            [.. led.Where(orderId => !findings.Leaders.TryGetValue(orderId, out var execution) || !findings.Executions.ContainsKey(execution)),
                .. findings.Leaders.Keys.Except(led)],
            $"{led.Count} of {books.Orders.Count} orders");
        yield return new(
            "an execution that led its order to a good end left it completed",
            [.. findings.Leaders
                .Where(leader => findings.Executions.GetValueOrDefault(leader.Value) == ExecutionStatus.SUCCEEDED
                    && findings.Orders.GetValueOrDefault(leader.Key)?.Status is not OrderStatus.Completed)
                .Select(leader => $"{leader.Key} is {findings.Orders.GetValueOrDefault(leader.Key)?.Status?.ToString() ?? "nowhere"}")],
            $"{findings.Leaders.Values.Count(execution => findings.Executions.GetValueOrDefault(execution) == ExecutionStatus.SUCCEEDED)} succeeded");
    }
}
