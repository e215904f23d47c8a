using Workers.Provisioning.Exporting;

namespace Workers.Tests.Shipping;

/// <summary>
/// Files of the repository as they are after an export. So a worker that was described and not exported fails the one spec that says so,
/// and not each spec of what is shipped.
/// </summary>
internal static class Exported
{
    /// <summary>The text of a file, from the repository's root.</summary>
    public static string Read(string path)
    {
        var text = File.Exists(Approved.PathOf(path)) ? File.ReadAllText(Approved.PathOf(path)) : "";
        return ExportedFile.All.FirstOrDefault(file => file.Path == path)?.Render(text) ?? text;
    }

    /// <summary>The files of a folder and of those in it, from the repository's root.</summary>
    public static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(Approved.PathOf(folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Approved.PathOf(), file).Replace('\\', '/'))
            .Union(ExportedFile.All.Select(file => file.Path).Where(path => path.StartsWith($"{folder}/", StringComparison.Ordinal)));
}
