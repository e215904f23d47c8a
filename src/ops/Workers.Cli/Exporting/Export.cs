using Workers.Cli.Running;
using Workers.Provisioning.Exporting;
using Workers.Provisioning.Schemas;

namespace Workers.Cli.Exporting;

/// <summary>Compares an exported file on disk with the topology, and writes it where it differs.</summary>
internal static class Export
{
    /// <summary>Says whether the file is what the topology says.</summary>
    public static async Task<ExportAnswer.Entry> CheckAsync(ExportedFile file, CancellationToken cancellationToken) =>
        file.StaleFrom(await ReadAsync(file.Path, cancellationToken)) is { } line
            ? new(file.Path, IsStale: true, $"{file.Path} is stale from line {line} on: export it again.")
            : new(file.Path, IsStale: false, $"{file.Path} is what the topology says.");

    /// <summary>Writes the file where it differs.</summary>
    public static async Task<ExportAnswer.Entry> WriteAsync(ExportedFile file, CancellationToken cancellationToken)
    {
        var text = await ReadAsync(file.Path, cancellationToken);
        if (file.StaleFrom(text) is null)
        {
            return new(file.Path, IsStale: false, $"{file.Path} was what the topology says.");
        }

        await File.WriteAllTextAsync(file.Path, file.Render(text), cancellationToken);
        return new(file.Path, IsStale: false, $"{file.Path} is written.");
    }

    /// <summary>
    /// Looks for schemas that nothing exports any more: of an event that is gone, or of a version that another took the place of.
    /// </summary>
    /// <param name="check">Whether they are only told of, and not deleted.</param>
    public static IEnumerable<ExportAnswer.Entry> LeftOvers(bool check)
    {
        var exported = ExportedFile.All.Select(file => file.Path).ToHashSet();
        foreach (var path in SchemasOnDisk().Where(path => !exported.Contains(path)))
        {
            if (!check)
            {
                File.Delete(path);
            }

            yield return new(path, IsStale: check, check ? $"{path} is the schema of no event of today: export again." : $"{path} is deleted.");
        }
    }

    private static IEnumerable<string> SchemasOnDisk() => Directory.Exists(SchemaFiles.Folder)
        ? Directory.EnumerateFiles(SchemaFiles.Folder, $"*{SchemaFiles.Extension}").Select(path => path.Replace('\\', '/')).Order(StringComparer.Ordinal)
        : [];

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await InputText.OfFileAsync(path, cancellationToken);
        }
        catch (FileNotFoundException)
        {
            return "";
        }
        catch (DirectoryNotFoundException)
        {
            throw new CommandFailedException(
                $"There is no folder for {path} here: run this from the repository's root, or say --file.", ExitCode.Usage);
        }
    }
}
