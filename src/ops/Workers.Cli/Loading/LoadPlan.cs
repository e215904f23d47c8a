namespace Workers.Cli.Loading;

/// <summary>What load was asked to do.</summary>
/// <param name="Rate">Orders a second.</param>
/// <param name="Duration">For how long.</param>
/// <param name="Products">Over how many products.</param>
/// <param name="Patience">How long to wait, after the last order, for those without an end.</param>
internal sealed record LoadPlan(int Rate, TimeSpan Duration, int Products, TimeSpan Patience)
{
    /// <summary>How many orders that makes.</summary>
    public int Orders => (int)Math.Ceiling(Rate * Duration.TotalSeconds);
}
