namespace Workers.Tests;

/// <summary>
/// Files that freeze what others rely on. A spec fails where one differs; <c>UPDATE_APPROVED=1 dotnet test</c> writes them anew,
/// for the reviewer of the change to approve.
/// </summary>
internal static class Approved
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1";

    /// <summary>A path in the repository, whatever directory the specs run in.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root().FullName, .. parts]);

    /// <summary>The file of a project of <c>src</c>, in whichever wing it is; null where there is none.</summary>
    public static string? ProjectFile(string project) =>
        Directory.EnumerateFiles(PathOf("src"), $"{project}.csproj", SearchOption.AllDirectories).SingleOrDefault();

    public static void Matches(string path, string actual)
    {
        if (Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing: UPDATE_APPROVED=1 writes it.");
        var frozen = File.ReadAllText(path);
        Assert.True(
            frozen == actual,
            $"{path} is not what was approved. UPDATE_APPROVED=1 writes it anew, for review. {FirstDifference(frozen, actual)}");
    }

    private static string FirstDifference(string approved, string actual)
    {
        var was = approved.Split('\n');
        var becomes = actual.Split('\n');
        var line = was.Zip(becomes).TakeWhile(lines => lines.First == lines.Second).Count();
        return $"Line {line + 1} was approved as `{was.ElementAtOrDefault(line)}` and would be `{becomes.ElementAtOrDefault(line)}`.";
    }

    private static DirectoryInfo Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Workers.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The specs run outside the repository.");
        }

        return directory;
    }
}
