using System.Xml.Linq;

namespace Workers.Tests.Architecture;

public sealed class TheAppHost
{
    [Fact]
    public void Starts_every_deployable_that_the_fleet_in_one_process_starts()
    {
        var program = File.ReadAllText(Approved.PathOf("src", "local", "Workers.AppHost", "Program.cs"));

        var deployables = DeployablesOf("Workers.Local");

        Assert.NotEmpty(deployables);
        Assert.Equal(deployables, DeployablesOf("Workers.AppHost"));
        Assert.All(deployables, project =>
            Assert.Contains($"AddHost<Projects.{project.Replace('.', '_')}>(\"{project["Workers.".Length..]}\"", program, StringComparison.Ordinal));
    }

    private static string[] DeployablesOf(string project) =>
    [
        .. XDocument.Load(Approved.ProjectFile(project)!)
            .Descendants("ProjectReference")
            .Select(reference => (string)reference.Attribute("Include")!)
            .Where(path => path.Contains("/fleet/", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal),
    ];
}
