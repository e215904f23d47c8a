namespace Workers.Cli.Schemas;

/// <summary>What a comparison of schemas found.</summary>
/// <param name="Against">The release: a git ref or a folder.</param>
/// <param name="Schemas">The folder that was compared with it.</param>
/// <param name="Events">How many events the release has.</param>
/// <param name="Additions">How many events, versions and members were added by the rules.</param>
/// <param name="Findings">Every change that breaks a rule.</param>
internal sealed record SchemasAnswer(string Against, string Schemas, int Events, int Additions, IReadOnlyList<SchemaFinding> Findings);
