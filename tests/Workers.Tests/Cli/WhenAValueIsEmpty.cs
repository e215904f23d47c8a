using Workers.Cli.Running;

namespace Workers.Tests.Cli;

/// <summary>A script whose variable is unset passes an empty text. Nothing may take that for "everything" or for "as usual".</summary>
public sealed class WhenAValueIsEmpty
{
    private static readonly string[] Blanks = ["", " ", "\t", "\u00A0", " \n"];

    public static TheoryData<string, string> Options => [.. CommandTree.Options.Select(found => (string.Join(' ', found.Path), found.Option.Name))];

    public static TheoryData<string> WithArguments => [.. CommandTree.Arguments.Select(found => string.Join(' ', found.Path)).Distinct()];

    [Theory]
    [MemberData(nameof(Options))]
    public async Task Every_option_refuses_it_as_a_mistake_of_usage(string path, string option) => await Assert.AllAsync(Blanks, async blank =>
    {
        var run = await CommandTree.RunAsync([.. Words(path), option, blank]);

        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Out.Split('\n')[0].StartsWith('{') ? run.Out : ""));
        Assert.NotEqual("", run.Error);
    });

    [Theory]
    [MemberData(nameof(WithArguments))]
    public async Task Every_argument_refuses_it(string path) => await Assert.AllAsync(Blanks, async blank =>
    {
        var run = await CommandTree.RunAsync([.. Words(path), blank]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("has an empty value", run.Error, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("--text")]
    [InlineData("--reason")]
    [InlineData("--event-id")]
    [InlineData("--message-id")]
    [InlineData("--prefix")]
    [InlineData("--endpoint-url")]
    public async Task It_says_which_option_and_that_a_variable_may_be_unset(string option)
    {
        var run = await CommandTree.RunAsync("dlq", "discard", "inventory-dlq", option, "", "--yes");

        Assert.Contains($"{option} has an empty value, which may be an unset variable", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_equals_sign_without_a_value_is_no_value_either()
    {
        var run = await CommandTree.RunAsync("dlq", "discard", "inventory-dlq", "--text=", "--yes");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
    }

    [Fact]
    public async Task A_discard_whose_filter_was_lost_altogether_wants_to_hear_that_all_are_meant()
    {
        var run = await CommandTree.RunAsync("dlq", "discard", "inventory-dlq", "--yes");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("--all", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_without_a_value_is_refused()
    {
        var run = await CommandTree.RunAsync("plan", "--tag", "Environment=");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("Environment=", run.Error, StringComparison.Ordinal);
    }

    private static string[] Words(string path) => path.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
