namespace Workers.Contracts.Ranges;

/// <summary>Where a field is, written out as a JSON path only when something is wrong with it.</summary>
internal readonly record struct FieldPath(string? List, int Index, string? Member = null)
{
    public static implicit operator FieldPath(string member) => new(null, 0, member);

    public override string ToString() =>
        (List, Member) switch
        {
            (null, _) => Member ?? "",
            (_, null) => $"{List}[{Index}]",
            _ => $"{List}[{Index}].{Member}",
        };
}
