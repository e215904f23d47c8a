namespace Workers.Local.Demo;

/// <summary>An order of the demo.</summary>
/// <param name="OrderId">Its id.</param>
/// <param name="Amount">What it costs.</param>
/// <param name="Lines">What it asks for.</param>
internal sealed record DemoOrder(string OrderId, decimal Amount, params IReadOnlyList<DemoOrder.Line> Lines)
{
    public string CustomerId => $"CUST-{OrderId}";

    /// <summary>One line.</summary>
    internal sealed record Line(string ProductId, int Quantity);
}
