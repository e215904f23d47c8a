using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Workers.Contracts;

namespace Workers.Tests.Contracts;

/// <summary>The documentation comments of the contracts, as plain sentences.</summary>
internal static partial class ContractDocs
{
    private static readonly XDocument Xml =
        XDocument.Load(Path.ChangeExtension(typeof(EventCatalog).Assembly.Location, ".xml"));

    public static string SummaryOf(Type type) => Plain(MemberOf(type).Element("summary")!);

    public static string ParameterOf(JsonPropertyInfo property) => Plain(MemberOf(property.DeclaringType)
        .Elements("param")
        .Single(param => string.Equals(param.Attribute("name")!.Value, property.Name, StringComparison.OrdinalIgnoreCase)));

    private static XElement MemberOf(Type type) =>
        Xml.Descendants("member").Single(member => member.Attribute("name")!.Value == $"T:{type.FullName}");

    private static string Plain(XElement element) => Spaces()
        .Replace(string.Concat(element.Nodes().Select(node => node is XElement inner ? Reference(inner) : node.ToString())), " ")
        .Trim();

    private static string Reference(XElement inner) =>
        inner.Attribute("cref")?.Value.Split('.')[^1] ?? inner.Attribute("name")?.Value ?? inner.Value;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
