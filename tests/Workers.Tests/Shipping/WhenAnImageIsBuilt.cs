using System.Text.RegularExpressions;

namespace Workers.Tests.Shipping;

public sealed partial class WhenAnImageIsBuilt
{
    private static readonly string[] Dockerfile = File.ReadAllLines(Approved.PathOf("Dockerfile"));

    [Fact]
    public void It_is_built_by_the_SDK_and_runs_on_the_image_without_a_shell() => Assert.Equal(
        ["mcr.microsoft.com/dotnet/sdk:10.0-noble", "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled"],
        Lines("FROM").Select(line => line.Split(' ')[0]));

    [Fact]
    public void The_project_is_its_one_argument() => Assert.Equal(["PROJECT"], Lines("ARG"));

    [Fact]
    public void It_runs_as_the_images_own_user_without_a_shell()
    {
        Assert.Equal(["$APP_UID"], Lines("USER"));
        Assert.Equal(["""["/app/run"]"""], Lines("ENTRYPOINT"));
        Assert.Empty(Lines("CMD"));
    }

    [Fact]
    public void What_is_restored_reaches_every_project_that_is_shipped()
    {
        var restored = RestoredProject.Matches(string.Join('\n', Dockerfile)).SelectMany(match => Reach(match.Groups[1].Value)).ToHashSet();

        Assert.Empty(ComposeFile.LocalStack.Services.Values.Append(ComposeFile.Embedded["localstack"])
            .Select(service => service.TextAt("build", "args", "PROJECT"))
            .OfType<string>()
            .Except(restored));
    }

    [Fact]
    public void What_is_restored_has_what_compiles_ahead()
    {
        var compiledAhead = Array.FindIndex(Dockerfile, line => line.Contains("PublishReadyToRun=true UseCurrentRuntimeIdentifier=true", StringComparison.Ordinal));
        var restored = Array.FindIndex(Dockerfile, line => line.Contains("dotnet restore", StringComparison.Ordinal));

        Assert.InRange(compiledAhead, 0, restored);
    }

    [Fact]
    public void Nothing_gets_into_its_context_that_was_not_named() =>
        Assert.Equal("*", File.ReadLines(Approved.PathOf(".dockerignore")).First(line => !line.StartsWith('#')));

    private static IEnumerable<string> Lines(string instruction) => Dockerfile
        .Where(line => line.StartsWith(instruction + " ", StringComparison.Ordinal))
        .Select(line => line[(instruction.Length + 1)..]);

    private static IEnumerable<string> Reach(string project) =>
        ReferencedProject.Matches(File.ReadAllText(Approved.ProjectFile(project)!))
            .SelectMany(match => Named(match.Groups[1].Value))
            .SelectMany(Reach)
            .Append(project);

    /// <summary>The project of a name, or those of the fleet by the pattern that Workers.Local references them by.</summary>
    private static IEnumerable<string> Named(string name) => name.Contains('*', StringComparison.Ordinal)
        ? Directory.GetFiles(Approved.PathOf("src", "fleet"), $"{name}.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file))
        : [name];

    [GeneratedRegex(@"dotnet restore src/\w+/([\w.]+)")]
    private static partial Regex RestoredProject { get; }

    [GeneratedRegex(@"<ProjectReference Include="".*?([\w.*]+)\.csproj""")]
    private static partial Regex ReferencedProject { get; }
}
