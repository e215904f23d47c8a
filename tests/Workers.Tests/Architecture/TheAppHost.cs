using System.Xml.Linq;
using Workers.Contracts;

namespace Workers.Tests.Architecture;

/// <summary>The app host shows the fleet in a dashboard. A new worker may be left out of it: two lines bring it in.</summary>
public sealed class TheAppHost
{
    [Fact]
    public void Starts_deployables_under_the_names_that_the_topology_gives_them()
    {
        var program = File.ReadAllText(Approved.PathOf("src", "local", "Workers.AppHost", "Program.cs"));
        var deployables = Topology.Deployables.ToDictionary(deployable => deployable.Project, StringComparer.Ordinal);
        var started = XDocument.Load(Approved.ProjectFile("Workers.AppHost")!)
            .Descendants("ProjectReference")
            .Select(reference => (string)reference.Attribute("Include")!)
            .Where(path => path.Contains("/fleet/", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .ToList();

        Assert.All(started, project => Assert.Contains(project, deployables));
        Assert.All(started, project =>
            Assert.Contains($"AddHost<Projects.{project.Replace('.', '_')}>(\"{project["Workers.".Length..]}\"", program, StringComparison.Ordinal));
    }
}
