using System.ComponentModel;
using System.Diagnostics;

namespace Workers.Tests.Cli.Schemas;

/// <summary>A real repository in a folder of its own, with one event in <c>docs/events</c>; deleted at the end.</summary>
internal sealed class ReleaseInGit : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("schemas-");

    private ReleaseInGit() => Directory.CreateDirectory(Schemas);

    public string Schemas => Path.Combine(_root.FullName, "docs", "events");

    /// <summary>Null where this machine has no git.</summary>
    public static ReleaseInGit? Create()
    {
        var repository = new ReleaseInGit();
        try
        {
            repository.Git("init", "--quiet");
            return repository;
        }
        catch (Win32Exception)
        {
            repository.Dispose();
            return null;
        }
    }

    /// <summary>Makes a file of the schemas what a spec says.</summary>
    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Schemas, file), text);

    /// <summary>Commits all there is, and gives it a name.</summary>
    public void Release(string tag)
    {
        Git("add", "--all");
        Git("-c", "user.name=spec", "-c", "user.email=spec@example.com", "-c", "commit.gpgSign=false", "commit", "--quiet", "--message", tag);
        Git("-c", "tag.gpgSign=false", "tag", tag);
    }

    public void Dispose()
    {
        foreach (var file in _root.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;   // git's objects are read-only, which Windows takes seriously
        }

        _root.Delete(recursive: true);
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _root.FullName })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
