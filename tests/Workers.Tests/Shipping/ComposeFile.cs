using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Workers.Tests.Shipping;

/// <summary>A compose file, read as compose does where no variable of its own is set.</summary>
internal sealed partial class ComposeFile(string name)
{
    public static ComposeFile LocalStack { get; } = new("docker-compose.yml");

    public static ComposeFile Embedded { get; } = new("docker-compose.embedded.yml");

    public IReadOnlyDictionary<string, YamlNode> Services { get; } =
        Yaml.Documents(Variable.Replace(Exported.Read(name), match => match.Groups["default"].Value))
            .Single()
            .MapAt("services");

    public YamlNode this[string service]
    {
        get
        {
            Assert.True(Services.ContainsKey(service), $"{name} has no service {service}.");
            return Services[service];
        }
    }

    public IReadOnlyDictionary<string, string> EnvironmentOf(string service) => this[service].TextsAt("environment");

    [GeneratedRegex(@"\$\{\w+:?-(?<default>[^}]*)\}")]
    private static partial Regex Variable { get; }
}
