using Workers.Local;
using Workers.Tests.Cli;

namespace Workers.Tests.Local;

public sealed class WhenANewcomerIsWelcomed
{
    private const string Cli = "dotnet run --project src/ops/Workers.Cli -- ";

    private static readonly Uri Api = new("http://127.0.0.1:5080");

    [Theory]
    [InlineData("http://127.0.0.1:4566")]
    [InlineData("http://127.0.0.1:14566")]
    public void Every_command_line_is_one_that_the_command_line_takes(string aws)
    {
        var lines = Lines(aws).Where(line => line.StartsWith(Cli, StringComparison.Ordinal)).ToList();

        Assert.True(lines.Count >= 4);
        Assert.All(lines, line => Assert.Empty(CommandTree.Parse(line[Cli.Length..].Split(' ')).Errors));
    }

    [Fact]
    public void The_exports_are_all_that_a_client_needs_on_a_clean_machine() => Assert.Equal(
        [
            "export AWS_ENDPOINT_URL=http://127.0.0.1:14566 AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1",
            "export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local",
        ],
        Lines("http://127.0.0.1:14566").Where(line => line.StartsWith("export ", StringComparison.Ordinal)));

    [Fact]
    public void Where_the_embedded_AWS_listens_as_usual_the_commands_need_no_exports() =>
        Assert.All(
            Lines("http://127.0.0.1:4566").Where(line => line.StartsWith(Cli, StringComparison.Ordinal)),
            line => Assert.EndsWith("--local", line, StringComparison.Ordinal));

    [Fact]
    public void A_dead_letter_is_made_looked_at_and_brought_back() =>
        Assert.Equal(
            ["dlq list", "dlq redrive inventory-dlq", "dlq discard inventory-dlq"],
            Lines("http://127.0.0.1:14566").Where(line => line.StartsWith($"{Cli}dlq", StringComparison.Ordinal)).Select(line => line[Cli.Length..]));

    [Fact]
    public void No_line_is_wider_than_a_window() =>
        Assert.All(Lines("http://127.0.0.1:4566"), line => Assert.True(line.Length <= 140, line));

    private static IEnumerable<string> Lines(string aws) => Welcome.Text(new(aws), Api, new("http://127.0.0.1:5090")).Split('\n').Select(line => line.Trim());
}
