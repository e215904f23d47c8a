using System.Text.Json;
using System.Text.Json.Nodes;
using Workers.Events.Reading;
using Workers.Provisioning.Schemas;

namespace Workers.Provisioning.CloudFormation;

/// <summary>
/// An event as EventBridge's schema registry keeps it: OpenAPI 3.0, the envelope as the component <c>AWSEvent</c>, the detail and each
/// object inside as components of their own, so that code bindings have a class for each.
/// </summary>
internal static class OpenApiEvent
{
    private const string Envelope = "AWSEvent";
    private const string Components = "#/components/schemas/";

    // What OpenAPI 3.0 has no word for and bindings can do without, and what only a reader of the file needs.
    private static readonly HashSet<string> LeftOut = ["$schema", "$id", "title", "propertyNames"];

    /// <summary>The document, without a space too many.</summary>
    public static string TextOf(EventShape shape) =>
        Of(shape).ToJsonString(new JsonSerializerOptions(TemplateYaml.EmbeddedJson) { WriteIndented = false });

    public static JsonObject Of(EventShape shape)
    {
        var detail = NameOf(shape);
        var components = new JsonObject { [Envelope] = EnvelopeOf(shape, detail) };
        foreach (var (name, component) in ComponentsOf(EventSchema.Of(shape), detail))
        {
            components[name] = component!.DeepClone();
        }

        return new()
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = detail, ["version"] = $"{shape.Version}" },
            ["paths"] = new JsonObject(),
            ["components"] = new JsonObject { ["schemas"] = components },
        };
    }

    /// <summary>A schema and the objects inside it as components by name, the schema's own first.</summary>
    /// <exception cref="ProvisioningException">The schema has a keyword for which nothing is known to say instead.</exception>
    public static JsonObject ComponentsOf(JsonObject schema, string name)
    {
        var components = new JsonObject();
        Add(schema, name, components);
        return components;
    }

    /// <summary>The detail-type as a class is named: <c>OrderPlaced</c> for <c>Order Placed</c>.</summary>
    public static string NameOf(EventShape shape) => Pascal(shape.Name.DetailType);

    private static JsonObject EnvelopeOf(EventShape shape, string detail) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("detail-type", "resources", "id", "source", "time", "detail", "region", "version", "account"),
        ["x-amazon-events-detail-type"] = shape.Name.DetailType,
        ["x-amazon-events-source"] = shape.Name.Source,
        ["properties"] = new JsonObject
        {
            ["detail"] = Ref(detail),
            ["detail-type"] = Text(),
            ["resources"] = new JsonObject { ["type"] = "array", ["items"] = Text() },
            ["id"] = Text(),
            ["source"] = Text(),
            ["time"] = new JsonObject { ["type"] = "string", ["format"] = "date-time" },
            ["region"] = Text(),
            ["version"] = Text(),
            ["account"] = Text(),
        },
    };

    /// <summary>An object becomes a component of a name of its own, and what stands in its place is a reference.</summary>
    private static JsonObject Add(JsonObject schema, string name, JsonObject components)
    {
        components[name] = null;   // its place is before those of the objects inside
        components[name] = Converted(schema, name, components);
        return Ref(name);
    }

    private static JsonObject Converted(JsonObject schema, string name, JsonObject components)
    {
        var converted = new JsonObject();
        foreach (var (keyword, value) in schema.Where(rule => !LeftOut.Contains(rule.Key)))
        {
            switch (keyword)
            {
                case "const":
                    converted["type"] ??= TypeOf(value!);
                    converted["enum"] = new JsonArray(value!.DeepClone());
                    break;
                case "enum":
                    converted["type"] ??= TypeOf(value![0]!);
                    converted["enum"] = value!.DeepClone();
                    break;
                case "exclusiveMinimum" or "exclusiveMaximum":
                    converted[keyword == "exclusiveMinimum" ? "minimum" : "maximum"] = value!.DeepClone();
                    converted[keyword] = true;
                    break;
                case "properties":
                    converted[keyword] = new JsonObject(value!.AsObject().Select(member => KeyValuePair.Create<string, JsonNode?>(
                        member.Key, Inside(member.Value!.AsObject(), name + Pascal(member.Key), components))));
                    break;
                case "items":
                    converted[keyword] = Inside(value!.AsObject(), name, components);
                    break;
                case "anyOf" or "oneOf" or "allOf":
                    converted[keyword] = new JsonArray(
                        [.. value!.AsArray().Select(option => Converted(option!.AsObject(), name, components))]);
                    break;
                case "required" when value is JsonArray { Count: 0 }:
                    break;   // OpenAPI 3.0 wants at least one
                case "type" when value is JsonArray or not JsonValue:
                    throw new ProvisioningException($"{name} has several types, for which OpenAPI 3.0 has no word.");
                case "type" or "description" or "required" or "minimum" or "maximum" or "multipleOf" or "minLength" or "maxLength"
                    or "pattern" or "minItems" or "maxItems" or "uniqueItems" or "minProperties" or "maxProperties" or "format":
                    converted[keyword] = value!.DeepClone();
                    break;
                case "additionalProperties":
                    converted[keyword] = value is JsonObject rules ? Inside(rules, name + "Value", components) : value!.DeepClone();
                    break;
                default:
                    throw new ProvisioningException($"{name} has the keyword {keyword}, and how OpenAPI 3.0 says it is not known here.");
            }
        }

        return converted;
    }

    /// <summary>A reference has no description beside it, so an object's description stands in its component.</summary>
    private static JsonObject Inside(JsonObject schema, string name, JsonObject components) =>
        schema["properties"] is null ? Converted(schema, name, components) : Add(schema, Free(name, components), components);

    private static string Free(string name, JsonObject components) => components.ContainsKey(name) ? Free(name + "Item", components) : name;

    private static string TypeOf(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var other => throw new ProvisioningException($"A constant of the kind {other} is not known here."),
    };

    private static JsonObject Ref(string name) => new() { ["$ref"] = Components + name };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static string Pascal(string words) => string.Concat(words
        .Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
