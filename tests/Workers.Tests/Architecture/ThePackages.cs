using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Workers.Tests.Architecture;

/// <summary>What the packages of the reusable half promise to a team that takes them.</summary>
public sealed class ThePackages
{
    public static TheoryData<string> Names => ["Workers.Events", "Workers.Engine", "Workers.Effects", "Workers.Testing"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Have_the_approved_public_surface(string name) => Approved.Matches(
        Approved.PathOf("tests", "Workers.Tests", "Architecture", $"{name}.approved.txt"),
        string.Concat(PublicSurface.Of(Assembly.Load(name)).Select(line => $"{line}\n")));

    [Theory]
    [MemberData(nameof(Names))]
    public void Need_no_shared_framework(string name)
    {
        Assert.DoesNotContain("FrameworkReference", File.ReadAllText(Approved.ProjectFile(name)!), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Assembly.Load(name).GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Define_no_types_in_the_namespaces_of_AWS(string name) => Assert.DoesNotContain(
        Assembly.Load(name).GetTypes(), type => type.FullName!.StartsWith("Amazon.", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Know_no_section_of_the_fleets_configuration(string name) => Assert.DoesNotContain(
        StringsOf(Assembly.Load(name)), text => text == "Workers" || text.Contains("Workers:", StringComparison.Ordinal));

    /// <summary>Every string in the code of an assembly.</summary>
    private static List<string> StringsOf(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        List<string> strings = [];
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            strings.Add(metadata.GetUserString(handle));
        }

        return strings;
    }
}
