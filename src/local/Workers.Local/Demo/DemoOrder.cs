namespace Workers.Local.Demo;

/// <summary>An order of the demo.</summary>
/// <param name="OrderId">Its id.</param>
/// <param name="Amount">What it costs.</param>
/// <param name="Lines">What it asks for.</param>
internal sealed record DemoOrder(string OrderId, decimal Amount, params IReadOnlyList<DemoOrder.Line> Lines)
{
    /// <summary>What kind of customer ordered; the simulated provider goes by it.</summary>
    public string CustomerKind { get; init; } = "CUST";

    /// <summary>Where to; null where the customer does not say.</summary>
    public string? ShippingAddress { get; init; } = "1 Main Street, Seattle, WA, 98101, US";

    /// <summary>Whether the state machine leads it, where it is placed at the API.</summary>
    public bool IsOrchestrated { get; init; }

    public string CustomerId => $"{CustomerKind}-{OrderId}";

    /// <summary>One line.</summary>
    internal sealed record Line(string ProductId, int Quantity);
}
