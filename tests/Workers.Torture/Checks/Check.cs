namespace Workers.Torture.Checks;

/// <summary>One thing that must hold, and where it does not.</summary>
/// <param name="Name">What must hold.</param>
/// <param name="Problems">Where it does not; none when it holds.</param>
/// <param name="Note">What was looked at, for the report.</param>
internal sealed record Check(string Name, IReadOnlyCollection<string> Problems, string Note)
{
    private const int MostShown = 5;

    public bool Holds => Problems.Count == 0;

    public override string ToString() => Holds
        ? $"ok    {Name} ({Note})"
        : string.Join(
            Environment.NewLine + "        ",
            [$"FAIL  {Name} ({Note}): {Problems.Count}", .. Problems.Take(MostShown)]);
}
