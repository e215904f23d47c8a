using Workers.Cli.Running;

namespace Workers.Tests.Cli;

public sealed class WhenAnExportIsAskedFor
{
    [Theory]
    [InlineData("--check")]
    [InlineData("--json")]
    public async Task Standard_output_takes_the_template_and_no_other_wish(string wish)
    {
        var run = await CommandTree.RunAsync("export", "--file", "-", wish);

        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Out));
        Assert.Contains($"{wish}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--check")]
    [InlineData("--json")]
    public async Task A_file_without_an_end_is_refused(string option)
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no such file here.");

        var run = await CommandTree.RunAsync("export", "--file", "/dev/zero", option);

        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Out));
        Assert.Contains("/dev/zero is longer than 64 Mi characters", run.Error, StringComparison.Ordinal);
    }
}
