using Workers.Provisioning;
using Workers.Provisioning.Exporting;

namespace Workers.Tests.Provisioning;

public sealed class WhenFilesAreExported
{
    private const string Begins = "  # " + Notice.PartBegins;
    private const string Ends = "  # " + Notice.PartEnds;

    public static TheoryData<string> Paths => [.. ExportedFile.All.Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Each_is_what_the_topology_says(string path)
    {
        var file = ExportedFile.All.First(file => file.Path == path);
        var onDisk = Approved.PathOf(path);

        var stale = file.StaleFrom(File.Exists(onDisk) ? File.ReadAllText(onDisk) : "");

        Assert.True(stale is null, $"{path} is stale from line {stale} on. Write it: {ExportedFile.Command}");
    }

    [Fact]
    public void A_part_is_written_between_its_marks_and_all_else_stays()
    {
        var text = $"mine\n{Begins}\nold\nolder\n{Ends}\nmine too\n";

        var replaced = MarkedPart.Replace("file", "part", text, "new\n");

        Assert.Equal($"mine\n{Begins}\nnew\n{Ends}\nmine too\n", replaced);
        Assert.Equal(replaced, MarkedPart.Replace("file", "part", replaced, "new\n"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("mine\n" + Begins + "\nold\n")]
    [InlineData("mine\n" + Ends + "\nold\n")]
    public void A_part_without_its_marks_is_refused_with_what_to_put_back(string text)
    {
        var failure = Assert.Throws<ProvisioningException>(() => MarkedPart.Replace("file.yml", "services", text, "new\n"));

        Assert.StartsWith("file.yml: the services should stand between", failure.Message, StringComparison.Ordinal);
        Assert.Contains(Notice.PartBegins, failure.Message, StringComparison.Ordinal);
    }
}
