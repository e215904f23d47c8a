using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workers.Contracts;
using Workers.Events;
using Workers.Provisioning;
using Workers.Provisioning.CloudFormation;

namespace Workers.Tests.Provisioning;

public sealed class WhenEventsAreRegistered
{
    private const string Prefix = "#/components/schemas/";
    private static readonly JsonObject Resources = Template.Build()["Resources"]!.AsObject();

    private static IEnumerable<JsonObject> Schemas => Resources
        .Where(resource => (string)resource.Value!["Type"]! == "AWS::EventSchemas::Schema")
        .Select(resource => resource.Value!["Properties"]!.AsObject());

    [Fact]
    public void Each_event_on_the_bus_has_one_schema_named_as_discovery_would()
    {
        var routed = Topology.Rules.SelectMany(rule => rule.Pattern.Events).ToHashSet();
        var stated = Topology.Deployables.SelectMany(deployable => deployable.Emits).ToHashSet();
        var ours = EventCatalog.Build().NamesByType.Values
            .Where(name => routed.Contains(name) || routed.Contains(name with { Source = EventName.AnySource }) || stated.Contains(name));

        Assert.Equal(
            ours.Select(name => $"{name.Source}@{ClassOf(name.DetailType)}").Order(),
            Schemas.Select(schema => (string)schema["SchemaName"]!).Order());
        Assert.Contains("ecommerce.orders@OrderPlaced", Schemas.Select(schema => (string)schema["SchemaName"]!));
        Assert.DoesNotContain("ecommerce.orders@HighValueOrder", Schemas.Select(schema => (string)schema["SchemaName"]!));
    }

    [Fact]
    public void All_of_them_are_in_the_registry_of_the_bus() => Assert.All(Schemas, schema =>
        Assert.Equal("""{"Fn::GetAtt":"SchemaRegistry.RegistryName"}""", schema["RegistryName"]!.ToJsonString()));

    [Fact]
    public void The_envelope_is_what_code_bindings_look_for() => Assert.All(Schemas, schema =>
    {
        var document = Document(schema);
        var envelope = document["components"]!["schemas"]!["AWSEvent"]!;

        Assert.Equal("3.0.0", (string?)document["openapi"]);
        Assert.Equal(
            (string)schema["SchemaName"]!,
            $"{envelope["x-amazon-events-source"]}@{ClassOf((string)envelope["x-amazon-events-detail-type"]!)}");
        Assert.Equal(Prefix + document["info"]!["title"], (string?)envelope["properties"]!["detail"]!["$ref"]);
        Assert.All(envelope["required"]!.AsArray(), name => Assert.NotNull(envelope["properties"]![(string)name!]));
    });

    [Fact]
    public void Every_reference_leads_to_a_component() => Assert.All(Schemas, schema =>
    {
        var document = Document(schema);
        var components = document["components"]!["schemas"]!.AsObject();

        Assert.All(
            Everything(document).Where(found => found.Name == "$ref"),
            found => Assert.Contains(((string)found.Value!)[Prefix.Length..], components.Select(component => component.Key)));
    });

    [Fact]
    public void No_schema_is_longer_than_the_service_takes()
    {
        Assert.All(Schemas, schema => Assert.InRange(((string)schema["Content"]!).Length, 1, SchemaSection.LongestContent));
        Assert.All(Schemas, schema => Assert.InRange(((string)schema["Description"]!).Length, 1, SchemaSection.LongestDescription));
        Assert.All(Schemas, schema => Assert.DoesNotContain('\n', (string)schema["Content"]!));
    }

    /// <summary>CloudFormation's own: 500 resources, and 1 MB of a template that lies in S3.</summary>
    [Fact]
    public void The_template_is_no_larger_than_a_stack_may_be()
    {
        Assert.InRange(Resources.Count, 1, 500);
        Assert.InRange(Encoding.UTF8.GetByteCount(Template.Export()), 1, 1_000_000);
    }

    [Fact]
    public void What_open_api_says_otherwise_is_said_so()
    {
        var components = Convert(
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "T 1.0", "type": "object", "required": [],
              "properties": {
                "kind": { "const": "A" },
                "state": { "enum": ["X", "Y"] },
                "size": { "type": "number", "exclusiveMinimum": 0, "maximum": 5 },
                "lines": {
                  "type": "array",
                  "items": { "type": "object", "properties": { "id": { "type": "string" } }, "required": ["id"] }
                },
                "data": {
                  "description": "D",
                  "type": "object",
                  "properties": { "any": { "anyOf": [{ "const": 1 }, { "type": "string" }] } }
                }
              }
            }
            """);

        Assert.Equal(
            """
            {"type":"object","properties":{"kind":{"type":"string","enum":["A"]},"state":{"type":"string","enum":["X","Y"]},
            "size":{"type":"number","minimum":0,"exclusiveMinimum":true,"maximum":5},
            "lines":{"type":"array","items":{"$ref":"#/components/schemas/TLines"}},"data":{"$ref":"#/components/schemas/TData"}}}
            """.ReplaceLineEndings(""),
            components["T"]!.ToJsonString());
        Assert.Equal("""{"type":"object","properties":{"id":{"type":"string"}},"required":["id"]}""", components["TLines"]!.ToJsonString());
        Assert.Equal(
            """{"description":"D","type":"object","properties":{"any":{"anyOf":[{"type":"number","enum":[1]},{"type":"string"}]}}}""",
            components["TData"]!.ToJsonString());
    }

    [Fact]
    public void Members_of_any_name_keep_the_form_of_their_values() => Assert.Equal(
        """{"T":{"type":"object","maxProperties":9,"additionalProperties":{"type":"string"}}}""",
        Convert("""{"type":"object","maxProperties":9,"propertyNames":{"maxLength":5},"additionalProperties":{"type":"string"}}""").ToJsonString());

    [Theory]
    [InlineData("""{"type":["string","null"]}""")]
    [InlineData("""{"patternProperties":{}}""")]
    [InlineData("""{"$ref":"other.json"}""")]
    public void What_cannot_be_said_is_refused(string schema) => Assert.Throws<ProvisioningException>(() => Convert(schema));

    private static string ClassOf(string detailType) =>
        Regex.Replace(detailType, "(^|[ -])(.)", word => word.Groups[2].Value.ToUpperInvariant());

    private static JsonObject Convert(string schema) => OpenApiEvent.ComponentsOf(JsonNode.Parse(schema)!.AsObject(), "T");

    private static JsonNode Document(JsonObject schema) => JsonNode.Parse((string)schema["Content"]!)!;

    private static IEnumerable<(string Name, JsonNode? Value)> Everything(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Everything(member.Value).Prepend((member.Key, member.Value))),
        JsonArray list => list.SelectMany(Everything),
        _ => [],
    };
}
