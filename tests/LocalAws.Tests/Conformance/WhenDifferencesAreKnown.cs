namespace LocalAws.Tests.Conformance;

public sealed class WhenDifferencesAreKnown
{
    public static TheoryData<string> Rows => [.. Differences.All.Select(difference => difference.Row)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_is_a_row_of_the_documentations_table(string row)
    {
        var lines = await File.ReadAllLinesAsync(Documentation(), TestContext.Current.CancellationToken);

        Assert.Contains(row, lines);
    }

    private static string Documentation()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Workers.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The specs do not run inside the repository.");
        }

        return Path.Combine(folder.FullName, "docs", "local-aws.md");
    }
}
