using System.Text.Json.Nodes;
using Workers.Cli.Running;
using Workers.Cli.Schemas;

namespace Workers.Tests.Cli.Schemas;

public sealed class WhenSchemasAreCheckedAgainstARelease : IDisposable
{
    private const string Schema =
        """{"title":"shop/Thing Moved 1.0","type":"object","properties":{"to":{"type":"string","maxLength":9,"description":"Köln."}}}""";

    private readonly ReleaseInGit _repository;

    public WhenSchemasAreCheckedAgainstARelease()
    {
        var repository = ReleaseInGit.Create();
        Assert.SkipWhen(repository is null, "there is no git on this machine");
        _repository = repository;
        _repository.Write(Evolving.File("1.0"), Schema);
        _repository.Write("README.md", "No schema.");
        _repository.Release("v1");
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_change_that_was_planted_is_told_and_the_exit_code_says_so()
    {
        _repository.Write(Evolving.File("1.0"), Schema.Replace("9", "8", StringComparison.Ordinal));

        var run = await RunAsync("v1");

        Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Error));
        Assert.Contains("shop/Thing Moved 1.0: to (/properties/to/maxLength)", run.Out, StringComparison.Ordinal);
        Assert.Contains("was 9, is 8", run.Out, StringComparison.Ordinal);
        Assert.Contains("narrowed; breaks writers. A minor version allows every value that was allowed.", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("0 additions, 1 change against the rules.", run.Out.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_JSON_it_has_a_member_for_each_thing_to_know()
    {
        _repository.Write(Evolving.File("1.0"), Schema.Replace("9", "8", StringComparison.Ordinal));

        var run = await RunAsync("v1", "--json");

        var found = Assert.Single(JsonNode.Parse(run.Out)!["findings"]!.AsArray())!;
        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Equal(
            ("shop/Thing Moved", "narrowed", "/properties/to/maxLength", "to", "9", "8", "writers"),
            (Text("event"), Text("kind"), Text("pointer"), Text("member"), Text("was"), Text("is"), Text("breaks")));

        string Text(string member) => (string)found[member]!;
    }

    [Fact]
    public async Task A_new_minor_that_only_adds_passes()
    {
        File.Delete(Path.Combine(_repository.Schemas, Evolving.File("1.0")));
        _repository.Write(Evolving.File("1.1"), Schema.Replace("\"to\":", "\"from\":{},\"to\":", StringComparison.Ordinal));

        var run = await RunAsync("v1");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.EndsWith("1 addition, and nothing breaks.", run.Out.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_release_is_the_one_that_was_named()
    {
        _repository.Write(Evolving.File("1.0"), Schema.Replace("9", "8", StringComparison.Ordinal));
        _repository.Release("v2");

        Assert.Equal(ExitCode.Done, (await RunAsync("v2")).ExitCode);
        Assert.Equal(ExitCode.Done, (await RunAsync("HEAD")).ExitCode);
        Assert.Equal(ExitCode.Failed, (await RunAsync("HEAD~1")).ExitCode);
    }

    [Fact]
    public async Task A_folder_is_a_release_too()
    {
        using var other = ReleaseInGit.Create()!;
        other.Write(Evolving.File("1.0"), Schema.Replace("string", "integer", StringComparison.Ordinal));

        var run = await RunAsync(other.Schemas);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("""was "integer", is "string" """.TrimEnd(), run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v9", "v9 is neither a folder here nor a release in git")]
    [InlineData("--output=x", "--output=x is an option of git, and no release.")]
    [InlineData("v1; touch x", "v1; touch x is neither a folder here nor a release in git")]
    public async Task A_release_that_there_is_not_is_a_mistake(string against, string words)
    {
        var run = await RunAsync(against);

        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Out));
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_without_schemas_is_a_mistake()
    {
        File.Delete(Path.Combine(_repository.Schemas, Evolving.File("1.0")));
        _repository.Release("empty");
        _repository.Write(Evolving.File("1.0"), Schema);

        var run = await RunAsync("empty");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("of empty holds no *.schema.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_git_a_folder_is_recommended()
    {
        var failure = await Assert.ThrowsAsync<CommandFailedException>(() =>
            new GitRelease("git-that-nobody-has").ReadAsync("v1", _repository.Schemas, TestContext.Current.CancellationToken));

        Assert.Equal(ExitCode.Usage, failure.ExitCode);
        Assert.Contains("say a folder with the release's schemas as --against", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop.thing-moved.schema.json", Schema, "should be named SOURCE.DETAIL-TYPE.MAJOR.MINOR.schema.json")]
    [InlineData("shop.other.1.0.schema.json", "{", "is no JSON")]
    [InlineData("shop.other.1.0.schema.json", "[]", "should be a JSON object")]
    [InlineData("shop.other.1.0.schema.json", """{"type":"object","type":"object"}""", "is no JSON")]
    [InlineData("shop.thing-moved.1.0.schema.json", """{"properties":{"to":{"maxLength":9,"pattern":1}}}""", "a keyword has a value of the wrong kind")]
    [InlineData("shop.thing-moved.1.0.schema.json", """{"properties":3}""", "a keyword has a value of the wrong kind")]
    public async Task A_file_that_is_no_schema_is_a_mistake(string file, string text, string words)
    {
        _repository.Write(file, text);

        var run = await RunAsync("v1");

        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Out));
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_there_is_not_is_a_mistake()
    {
        var run = await CommandTree.RunAsync("schemas", "check", "--against", "HEAD", "--schemas", Path.Combine(_repository.Schemas, "none"));

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("run this from the repository's root, or say --schemas", run.Error, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Out, string Error)> RunAsync(string against, params string[] more) =>
        CommandTree.RunAsync(["schemas", "check", $"--against={against}", "--schemas", _repository.Schemas, .. more]);
}
