namespace Workers.Local.Demo;

/// <summary>One figure, in the demo's books and in the fleet.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Expected">What the books say.</param>
/// <param name="Actual">What the fleet says.</param>
/// <param name="AtLeast">Whether the fleet may have more.</param>
internal sealed record Check(string Name, decimal Expected, decimal Actual, bool AtLeast)
{
    public bool Agrees => Expected == Actual || (AtLeast && Actual > Expected);
}
