using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Workers.Contracts;

namespace Workers.Provisioning.Schemas;

/// <summary>The documentation comments of the contracts, as plain sentences.</summary>
internal static partial class ContractDocs
{
    // The compiler writes it beside the assembly. Read when first asked for: only an export needs it.
    private static readonly Lazy<XDocument> Xml = new(
        () => XDocument.Load(Path.ChangeExtension(typeof(EventCatalog).Assembly.Location, ".xml")), LazyThreadSafetyMode.PublicationOnly);

    public static string SummaryOf(Type type) => Plain(MemberOf(type).Element("summary")!);

    public static string ParameterOf(JsonPropertyInfo property) => Plain(MemberOf(property.DeclaringType)
        .Elements("param")
        .Single(param => string.Equals(param.Attribute("name")!.Value, property.Name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));

    private static XElement MemberOf(Type type) =>
        Xml.Value.Descendants("member").Single(member => member.Attribute("name")!.Value == $"T:{type.FullName}");

    private static string Plain(XElement element) => Spaces()
        .Replace(string.Concat(element.Nodes().Select(node => node is XElement inner ? Reference(inner) : node.ToString())), " ")
        .Trim();

    private static string Reference(XElement inner) =>
        inner.Attribute("cref")?.Value.Split('.')[^1] ?? inner.Attribute("name")?.Value ?? inner.Value;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
