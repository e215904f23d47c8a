using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Events.Reading;
using Workers.Provisioning.Schemas;

namespace Workers.Provisioning.CloudFormation;

/// <summary>
/// The schema registry: one schema per event of ours that travels over the bus. All of it can be written again from the code, so it goes
/// with the stack; what is kept would be in the way of the next stack of this name.
/// </summary>
internal static class SchemaSection
{
    /// <summary>The most characters of a schema; from the service's API model, <c>CreateSchemaInput</c>.</summary>
    public const int LongestContent = 100_000;

    /// <summary>The most characters of a description; likewise.</summary>
    public const int LongestDescription = 256;

    /// <summary>The events that are registered.</summary>
    public static IEnumerable<EventShape> Shapes => SchemaFiles.Shapes.Where(shape => Catalogue.IsOnTheBus(shape.Name));

    public static IEnumerable<KeyValuePair<string, JsonObject>> Resources() => Shapes
        .Select(shape => KeyValuePair.Create(LogicalIdOf(shape), Schema(shape)))
        .Prepend(KeyValuePair.Create(LogicalId.Registry, Registry()));

    /// <summary>As EventBridge's discovery would name the schema: <c>ecommerce.orders@OrderPlaced</c>.</summary>
    public static string NameOf(EventShape shape) => $"{shape.Name.Source}@{OpenApiEvent.NameOf(shape)}";

    private static string LogicalIdOf(EventShape shape) => LogicalId.Of(EventSchema.NameOf(shape.Name).Replace('.', '-'), "Schema");

    private static JsonObject Registry() => Resource.Of("AWS::EventSchemas::Registry", new()
    {
        ["RegistryName"] = Fn.Name(Topology.Bus),
        ["Description"] = "The events of the bus, exported from their records.",
        ["Tags"] = Parameters.Tags(),
    });

    private static JsonObject Schema(EventShape shape) => Resource.Of("AWS::EventSchemas::Schema", new()
    {
        ["RegistryName"] = Fn.GetAtt(LogicalId.Registry, "RegistryName"),
        ["SchemaName"] = NameOf(shape),
        ["Description"] = Shortened($"{shape.Version}: {(string?)EventSchema.Of(shape)["description"]}"),
        ["Type"] = "OpenApi3",
        ["Content"] = OpenApiEvent.TextOf(shape),
        ["Tags"] = Parameters.Tags(),
    });

    private static string Shortened(string text) => text.Length <= LongestDescription ? text : $"{text[..(LongestDescription - 1)]}…";
}
