namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>order-workflows</c> table, which the state machine writes and the workflow worker reads.</summary>
public static class OrderWorkflowColumns
{
    /// <summary>The key: an order, as text.</summary>
    public const string OrderId = "orderId";

    /// <summary>The execution that leads the order, as text.</summary>
    public const string ExecutionArn = "executionArn";

    /// <summary>When that execution started, as text.</summary>
    public const string StartedAt = "startedAt";
}
