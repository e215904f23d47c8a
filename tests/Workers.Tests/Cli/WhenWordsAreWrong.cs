using FsCheck;
using FsCheck.Fluent;
using Workers.Cli.Running;

namespace Workers.Tests.Cli;

/// <summary>Whatever is typed, a command answers in a sentence: a stack trace is for nobody at night.</summary>
public sealed class WhenWordsAreWrong
{
    private static readonly string[] Values =
    [
        "a b", "-", "--", "@/dev/zero", "@missing", "%00", "\u0000", "é", "\ud800", "'", "[red]", "[/]", "{0}", "http://", "http://[::1", "ftp://x",
        "http://127.0.0.1:1", "1e9", "-1", "99999999999999999999", "10", "1.5h", "2026-99-99", "01/02/2026", "9999-12-31T23:59:59Z", "x=y", "../..",
        "/", "/proc/self/mem", new('x', 5_000),
    ];

    private static readonly string[][] Starts = [.. CommandTree.Options.Select(found => (string[])[.. found.Path, found.Option.Name])];

    [Fact]
    public void No_value_of_any_option_makes_a_stack_trace() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Lines.ToArbitrary(), line =>
        {
            // Parsing only: what AWS is asked is not the matter here. First in the line, for after "--" it would be an argument.
            var run = CommandTree.RunAsync(["--unknown", .. line]).GetAwaiter().GetResult();

            Assert.Equal(ExitCode.Usage, run.ExitCode);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        }));

    [Theory]
    [InlineData("plan", "--endpoint-url", "http://[::1")]
    [InlineData("plan", "--endpoint-url", "nowhere")]
    [InlineData("plan", "--region", "a b")]
    [InlineData("plan", "--region", "[red]")]
    [InlineData("plan", "--prefix", "\u001b[31m")]
    [InlineData("replay", "--from", "01/02/2026", "--local")]
    [InlineData("replay", "--from", "10", "--local")]
    [InlineData("replay", "--local")]
    [InlineData("replay", "--order", "ORD-1", "--local")]
    [InlineData("replay", "--order", "ORD-1", "--debug", "A b", "--local")]
    [InlineData("replay", "--order", "ORD-1", "--debug", "night", "--from", "1h", "--local")]
    [InlineData("replay", "--order", "ORD-1", "--debug", "night", "--remove", "--local")]
    [InlineData("replay", "--debug", "night", "--local")]
    [InlineData("replay", "--remove", "--local")]
    [InlineData("rehearse", "--local")]
    [InlineData("rehearse", "--archive", "--order", "ORD-1", "--local")]
    [InlineData("rehearse", "--order", "ORD-1", "--from", "24h", "--local")]
    [InlineData("rehearse", "--archive", "--from", "36d", "--local")]
    [InlineData("dlq", "show", "inventory-dlq", "nothing", "--local")]
    [InlineData("dlq", "show", "4711", "inventory-dlq", "--local")]
    [InlineData("status", "--local", "--endpoint-url", "http://127.0.0.1:1")]
    public async Task What_is_wrong_by_itself_is_a_mistake_of_usage(params string[] line)
    {
        var run = await CommandTree.RunAsync(line);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("destroy", "--confirm", "ecommerce-events")]
    public async Task An_endpoint_that_does_not_answer_is_a_sentence_too(params string[] line)
    {
        var run = await CommandTree.RunAsync([.. line, "--endpoint-url", "http://127.0.0.1:1", "--region", "us-east-1"]);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.NotEqual("", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    private static Gen<string[]> Lines =>
        from start in Gen.Elements(Starts)
        from value in Gen.Elements(Values)
        from rest in Gen.Elements(Values).ListOf().Resize(3)
        select (string[])[.. start, value, .. rest];
}
