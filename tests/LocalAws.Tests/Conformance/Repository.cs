namespace LocalAws.Tests.Conformance;

/// <summary>The files that the specs compare with.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Workers.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The specs do not run inside the repository.");
        }

        return folder.FullName;
    }
}
