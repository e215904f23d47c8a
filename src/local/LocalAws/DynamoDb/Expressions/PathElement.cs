namespace LocalAws.DynamoDb.Expressions;

/// <summary>One step into a document: a name (or its placeholder), or a list index.</summary>
/// <param name="Name">The name; null for an index.</param>
/// <param name="Index">The index, counted from zero.</param>
internal readonly record struct PathElement(string? Name, int Index = 0)
{
    public bool IsPlaceholder => Name is ['#', ..];

    public override string ToString() => Name ?? $"[{Index}]";
}
