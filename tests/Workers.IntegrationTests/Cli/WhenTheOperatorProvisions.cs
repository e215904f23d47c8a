using Spectre.Console;
using Workers.Cli;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Cli;

public sealed class WhenTheOperatorProvisions(AwsEndpoint endpoint)
{
    private string _prefix = Prefix.Fresh();

    [Fact]
    public async Task Apply_reports_what_it_created_and_the_second_time_that_nothing_changed()
    {
        var first = await RunAsync("apply");
        var second = await RunAsync("apply");
        await RunAsync("destroy", "--yes");

        Assert.Equal(0, first.ExitCode);
        Assert.Contains($"created   queue           {_prefix}inventory-queue", first.Lines);
        Assert.EndsWith("created", first.Lines[^1], StringComparison.Ordinal);
        Assert.EndsWith("unchanged", second.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_that_is_given_takes_the_place_of_the_topologys()
    {
        await RunAsync("apply");
        var changed = await RunAsync("apply", "--tag", "Environment=production");
        var plan = await RunAsync("plan", "--tag", "Environment=production");
        await RunAsync("destroy", "--yes");

        Assert.Contains("tag Environment: development → production", changed.Lines);
        Assert.EndsWith("unchanged", plan.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destroy_deletes_nothing_where_nobody_can_confirm_it()
    {
        await RunAsync("apply");
        var refused = await RunAsync("destroy");
        var plan = await RunAsync("plan");
        await RunAsync("destroy", "--yes");

        Assert.Equal(1, refused.ExitCode);
        Assert.EndsWith("unchanged", plan.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prefix_that_aws_would_refuse_is_refused_before_anything_is_asked()
    {
        _prefix = "no spaces";

        var refused = await RunAsync("plan");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Workers:Prefix (no spaces)", Assert.Single(refused.Lines), StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string[] Lines)> RunAsync(string command, params string[] arguments)
    {
        await using var output = new StringWriter();
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 1_000;
        string[] all = [command, "--prefix", _prefix, "--endpoint-url", endpoint.Url, "--region", endpoint.Region, .. arguments];

        var exitCode = await CommandLine.Create(console).Parse(all).InvokeAsync(null, TestContext.Current.CancellationToken);

        return (exitCode, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
