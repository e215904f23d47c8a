namespace LocalAws.Tests.Conformance;

public sealed class WhenDifferencesAreKnown
{
    public static TheoryData<string> Rows => [.. Differences.All.Select(difference => difference.Row)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_is_a_row_of_the_documentations_table(string row)
    {
        var lines = await File.ReadAllLinesAsync(
            Path.Combine(Repository.Folder, "docs", "local-aws.md"), TestContext.Current.CancellationToken);

        Assert.Contains(row, lines);
    }
}
