using Workers.Cli.Running;
using Workers.Provisioning.Schemas;

namespace Workers.Cli.Schemas;

/// <summary>The schemas of one state of the contracts: of each event and major version the one with the highest minor.</summary>
internal sealed class SchemaSet
{
    private readonly Dictionary<string, SortedDictionary<int, SchemaFile>> _events = new(StringComparer.Ordinal);

    /// <summary>Gathers files; which of them are schemas their names say.</summary>
    /// <exception cref="CommandFailedException">One of them is none.</exception>
    public SchemaSet(IEnumerable<(string File, string Text)> files)
    {
        foreach (var (file, text) in files)
        {
            Add(SchemaFile.Read(file, text));
        }
    }

    /// <summary>The names of the events, in their order.</summary>
    public IEnumerable<string> Events => _events.Keys.Order(StringComparer.Ordinal);

    /// <summary>The schemas of an event by major version; none where there is no such event.</summary>
    public IReadOnlyDictionary<int, SchemaFile> MajorsOf(string name) =>
        _events.TryGetValue(name, out var majors) ? majors : new SortedDictionary<int, SchemaFile>();

    /// <summary>The schemas of a folder.</summary>
    /// <exception cref="CommandFailedException">There is no such folder, no schema in it, or one that cannot be read.</exception>
    public static async Task<SchemaSet> OfFolderAsync(string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandFailedException(
                $"There is no folder {folder} here: run this from the repository's root, or say --schemas.", ExitCode.Usage);
        }

        var files = new List<(string, string)>();
        foreach (var path in Directory.EnumerateFiles(folder, $"*{SchemaFiles.Extension}"))
        {
            files.Add((Path.GetFileName(path), await InputText.OfFileAsync(path, cancellationToken)));
        }

        return files.Count > 0 ? new(files) : throw NothingIn(folder);
    }

    /// <summary>Why nothing can be compared with what holds no schemas.</summary>
    public static CommandFailedException NothingIn(string where) => new(
        $"{where} holds no *{SchemaFiles.Extension}: there is nothing to compare with.", ExitCode.Usage);

    private void Add(SchemaFile schema)
    {
        if (!_events.TryGetValue(schema.Name, out var majors))
        {
            _events.Add(schema.Name, majors = []);
        }

        if (!majors.TryGetValue(schema.Major, out var other) || other.Minor < schema.Minor)
        {
            majors[schema.Major] = schema;
        }
    }
}
