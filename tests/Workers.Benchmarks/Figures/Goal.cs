namespace Workers.Benchmarks.Figures;

/// <summary>What a figure is to reach.</summary>
internal sealed record Goal(double Limit, bool IsLeast)
{
    public static Goal AtMost(double limit) => new(limit, IsLeast: false);

    public static Goal AtLeast(double limit) => new(limit, IsLeast: true);

    public bool IsReachedBy(double value) => IsLeast ? value >= Limit : value <= Limit;

    public override string ToString() => $"{(IsLeast ? '≥' : '≤')} {Figure.Text(Limit)}";
}
