using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace Workers.Tests.Shipping;

/// <summary>An overlay of <c>k8s</c> as a cluster gets it: rendered by kubectl, without which its specs are skipped.</summary>
internal sealed class Overlay
{
    private static readonly Dictionary<string, Overlay> Rendered = [];

    private readonly string _name;

    private Overlay(string name, string yaml)
    {
        _name = name;
        Resources = Yaml.Documents(yaml);
    }

    public static TheoryData<string> Names => ["eks", "local"];

    public IReadOnlyList<YamlNode> Resources { get; }

    /// <summary>What makes pods.</summary>
    public IEnumerable<YamlNode> Workloads => Resources.Where(resource => resource.Kind() is "Deployment" or "Job");

    /// <summary>To be called outside of <c>Assert.All</c>, which would take a skip for a failure.</summary>
    public static Overlay Render(string name)
    {
        lock (Rendered)
        {
            return Rendered.TryGetValue(name, out var known) ? known : Rendered[name] = new(name, Kustomize(name));
        }
    }

    public IEnumerable<YamlNode> OfKind(string kind) => Resources.Where(resource => resource.Kind() == kind);

    public YamlNode The(string kind, string name)
    {
        var found = OfKind(kind).FirstOrDefault(resource => resource.Name() == name);
        Assert.True(found is not null, $"k8s/overlays/{_name} has no {kind} {name}.");
        return found;
    }

    /// <summary>The variables that a container starts with: those of the maps it names, then its own.</summary>
    public IReadOnlyDictionary<string, string> EnvironmentOf(YamlNode container)
    {
        var variables = new Dictionary<string, string>();
        foreach (var map in container.ItemsAt("envFrom").Select(source => source.TextAt("configMapRef", "name")!))
        {
            foreach (var (name, value) in The("ConfigMap", map).TextsAt("data"))
            {
                variables[name] = value;
            }
        }

        foreach (var variable in container.ItemsAt("env"))
        {
            variables[variable.TextAt("name")!] = variable.TextAt("value") ?? FromMap(variable);
        }

        return variables;
    }

    private string FromMap(YamlNode variable)
    {
        var reference = variable.At("valueFrom", "configMapKeyRef")!;
        return The("ConfigMap", reference.TextAt("name")!).TextsAt("data")[reference.TextAt("key")!];
    }

    private static string Kustomize(string name)
    {
        var copy = Directory.CreateTempSubdirectory("k8s-");
        try
        {
            foreach (var file in Exported.FilesIn("k8s"))
            {
                Directory.CreateDirectory(Path.Combine(copy.FullName, Path.GetDirectoryName(file)!));
                File.WriteAllText(Path.Combine(copy.FullName, file), Exported.Read(file));
            }

            return Kustomize(name, Path.Combine(copy.FullName, "k8s", "overlays", name));
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private static string Kustomize(string name, string folder)
    {
        using var kubectl = Start(new("kubectl", ["kustomize", folder]) { RedirectStandardOutput = true, RedirectStandardError = true });
        var errors = new StringBuilder();
        kubectl.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        kubectl.BeginErrorReadLine();
        var yaml = kubectl.StandardOutput.ReadToEnd();
        kubectl.WaitForExit();
        Assert.True(kubectl.ExitCode == 0, $"kubectl kustomize k8s/overlays/{name}: {errors}");
        return yaml;
    }

    private static Process Start(ProcessStartInfo command)
    {
        try
        {
            return Process.Start(command)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("kubectl, which renders the overlays, is not on this machine");
            throw;
        }
    }
}
