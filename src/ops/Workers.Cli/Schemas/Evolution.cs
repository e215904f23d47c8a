using System.Globalization;
using Workers.Cli.Running;

namespace Workers.Cli.Schemas;

/// <summary>Holds the schemas of now to those of a release.</summary>
/// <param name="isRead">Whether an event is still read in a major version, as it is or by an upcaster.</param>
internal sealed class Evolution(Func<string, int, bool> isRead)
{
    private readonly List<SchemaFinding> _findings = [];
    private int _additions;

    /// <summary>What breaks a rule, and how much was added.</summary>
    public SchemasAnswer Check(SchemaSet release, SchemaSet now, string against, string schemas)
    {
        foreach (var name in release.Events)
        {
            Check(release.MajorsOf(name), now.MajorsOf(name));
        }

        var known = release.Events.ToHashSet();
        _additions += now.Events.Count(name => !known.Contains(name));
        return new(against, schemas, known.Count, _additions, _findings);
    }

    private void Check(IReadOnlyDictionary<int, SchemaFile> release, IReadOnlyDictionary<int, SchemaFile> now)
    {
        foreach (var was in release.Values)
        {
            if (now.TryGetValue(was.Major, out var becomes))
            {
                Check(was, becomes);
            }
            else if (now.Count == 0)
            {
                Add(ChangeKind.EventGone, was, null, was.Version, SchemaChange.Nothing, Harmed.Both);
            }
            else if (!isRead(was.Name, was.Major))
            {
                var newest = now.Values.MaxBy(schema => schema.Major)!;
                Add(ChangeKind.MajorGone, was, newest, was.Version, $"{newest.Version}, and no upcaster from {Major(was)}", Harmed.Writers);
            }
        }

        _additions += now.Keys.Count(major => !release.ContainsKey(major) && release.Count > 0);
    }

    private void Check(SchemaFile was, SchemaFile becomes)
    {
        if (becomes.Minor < was.Minor)
        {
            Add(ChangeKind.VersionLowered, was, becomes, was.Version, becomes.Version, Harmed.Readers);
        }

        foreach (var change in Compare(was, becomes))
        {
            if (change.Breaks is { } harmed)
            {
                Add(change.Kind, was, becomes, change, harmed);
            }
            else if (becomes.Minor > was.Minor)
            {
                _additions++;
            }
            else
            {
                Add(ChangeKind.NotRaised, was, becomes, change, Harmed.Readers);
            }
        }
    }

    private static IReadOnlyList<SchemaChange> Compare(SchemaFile was, SchemaFile becomes)
    {
        try
        {
            return SchemaComparison.Between(was.Schema, becomes.Schema);
        }
        catch (InvalidOperationException problem)   // what JSON says of a value of another kind
        {
            throw new CommandFailedException(
                $"{was.Name} {was.Version} or {becomes.Version} is no schema: a keyword has a value of the wrong kind. {problem.Message}",
                ExitCode.Usage);
        }
    }

    private static string Major(SchemaFile schema) => string.Create(CultureInfo.InvariantCulture, $"{schema.Major}.x");

    private void Add(ChangeKind kind, SchemaFile was, SchemaFile? becomes, string before, string after, Harmed harmed) =>
        Add(kind, was, becomes, new(kind, "", "", before, after, harmed), harmed);

    private void Add(ChangeKind kind, SchemaFile was, SchemaFile? becomes, SchemaChange change, Harmed harmed) => _findings.Add(new(
        was.Event,
        was.Version,
        becomes?.Version,
        kind,
        change.Pointer,
        change.Member,
        change.Was,
        change.Is,
        harmed,
        EvolutionRules.RuleOf(kind)));
}
