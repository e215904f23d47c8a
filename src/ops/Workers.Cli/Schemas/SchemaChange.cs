namespace Workers.Cli.Schemas;

/// <summary>One difference between two schemas of an event.</summary>
/// <param name="Kind">What kind of change.</param>
/// <param name="Pointer">Where in the schema.</param>
/// <param name="Member">Where in the detail.</param>
/// <param name="Was">What stood there.</param>
/// <param name="Is">What stands there now.</param>
/// <param name="Breaks">Whom it harms; null for an addition.</param>
internal sealed record SchemaChange(ChangeKind Kind, string Pointer, string Member, string Was, string Is, Harmed? Breaks)
{
    /// <summary>What is said where there is nothing.</summary>
    public const string Nothing = "nothing";

    /// <summary>Whether readers by the older schema are harmed.</summary>
    public bool HarmsReaders => Breaks is Harmed.Readers or Harmed.Both;

    /// <summary>Whether writers by the older schema are harmed.</summary>
    public bool HarmsWriters => Breaks is Harmed.Writers or Harmed.Both;
}

/// <summary>A place in a schema, and the same place in a detail.</summary>
/// <param name="Pointer">As a JSON pointer.</param>
/// <param name="Member">As a dotted path.</param>
internal readonly record struct SchemaPlace(string Pointer, string Member)
{
    /// <summary>The schema itself.</summary>
    public static SchemaPlace Root => new("", "");

    /// <summary>The place of a keyword, which is about the same member.</summary>
    public SchemaPlace Keyword(string keyword) => this with { Pointer = $"{Pointer}/{Escaped(keyword)}" };

    /// <summary>The place of a member.</summary>
    public SchemaPlace Of(string member) =>
        new($"{Pointer}/properties/{Escaped(member)}", Member.Length == 0 ? member : $"{Member}.{member}");

    /// <summary>The place of a list's items.</summary>
    public SchemaPlace Items() => new($"{Pointer}/items", $"{Member}[]");

    /// <summary>The place of members of any name.</summary>
    public SchemaPlace Others() => new($"{Pointer}/additionalProperties", Member.Length == 0 ? "*" : $"{Member}.*");

    private static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
