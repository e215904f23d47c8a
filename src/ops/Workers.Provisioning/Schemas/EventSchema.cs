using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Ranges;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Provisioning.Schemas;

/// <summary>The JSON Schema of an event's detail, out of its record: members, ranges and descriptions are those of the code.</summary>
internal static class EventSchema
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Source and detail-type, as file names have them.</summary>
    public static string NameOf(EventName name) => $"{name.Source}.{name.DetailType.ToLowerInvariant().Replace(' ', '-')}";

    /// <summary>The same with the version.</summary>
    public static string NameOf(EventShape shape) => $"{NameOf(shape.Name)}.{shape.Version}";

    public static string TextOf(EventShape shape) => Of(shape).ToJsonString(Readable) + "\n";

    public static JsonObject Of(EventShape shape)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = $"{shape.Name} {shape.Version}",
            ["description"] = ContractDocs.SummaryOf(shape.Json.Type),
        };
        foreach (var (keyword, value) in shape.Json.Type == typeof(HighValueOrder) ? HighValueOrderBody() : Detail(shape.Json))
        {
            schema[keyword] = value?.DeepClone();
        }

        return schema;
    }

    private static JsonObject Detail(JsonTypeInfo json)
    {
        var schema = Value(json);
        schema["properties"]!["metadata"] = Metadata();
        if (json.Type == typeof(InventoryUpdated))
        {
            schema["oneOf"] = JsonNode.Parse("""[{"required":["currentStock"]},{"required":["restock"]}]""");
        }

        return schema;
    }

    /// <summary>null is read as absent, but nobody should write it: so no schema allows it.</summary>
    private static JsonObject Value(JsonTypeInfo json) =>
        (Nullable.GetUnderlyingType(json.Type) ?? json.Type) switch
        {
            _ when json.Kind is JsonTypeInfoKind.Dictionary => Properties(),
            _ when json is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } =>
                new() { ["type"] = "array", ["items"] = Value(json.Options.GetTypeInfo(element)) },
            var type when type == typeof(string) => new() { ["type"] = "string" },
            var type when type == typeof(bool) => new() { ["type"] = "boolean" },
            var type when type == typeof(int) => new() { ["type"] = "integer" },
            var type when type == typeof(decimal) => new() { ["type"] = "number" },
            var type when type == typeof(DateTimeOffset) => new() { ["type"] = "string", ["pattern"] = TimeGrammar.Pattern },
            var type when type == typeof(ReservationFailure) => AnyReason(),
            { IsEnum: true } type => new() { ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(name => JsonValue.Create(name))]) },
            _ => Object(json),
        };

    private static JsonObject Properties() => new()
    {
        ["type"] = "object",
        ["maxProperties"] = PropertiesAttribute.Most,
        ["propertyNames"] = new JsonObject
        {
            ["minLength"] = 1,
            ["maxLength"] = PropertiesAttribute.LongestName,
            ["pattern"] = PropertiesAttribute.NamePattern,
        },
        ["additionalProperties"] = new JsonObject { ["type"] = "string", ["maxLength"] = PropertiesAttribute.LongestValue },
    };

    private static JsonObject Object(JsonTypeInfo json) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(json.Properties.Where(property => property.Get is not null).Select(property => KeyValuePair.Create<string, JsonNode?>(property.Name, Member(property)))),
        ["required"] = new JsonArray([.. json.Properties.Where(property => property.IsRequired).Select(property => JsonValue.Create(property.Name))]),
    };

    private static JsonObject Member(JsonPropertyInfo property)
    {
        var schema = Value(property.Options.GetTypeInfo(property.PropertyType));
        schema.Insert(0, "description", ContractDocs.ParameterOf(property));
        foreach (var attribute in property.AttributeProvider!.GetCustomAttributes(inherit: true))
        {
            switch (attribute)
            {
                case StringLengthAttribute length:
                    if (length.MinimumLength > 0)
                    {
                        schema["minLength"] = length.MinimumLength;
                    }

                    schema["maxLength"] = length.MaximumLength;
                    if (attribute is IHasPattern text)
                    {
                        schema["pattern"] = text.Pattern;
                    }

                    break;
                case FulfilmentAttribute:
                    schema["enum"] = new JsonArray([.. FulfilmentAttribute.Values.Select(value => JsonValue.Create(value))]);
                    break;
                case MinLengthAttribute list:
                    schema["minItems"] = list.Length;
                    break;
                case RangeAttribute range:
                    schema["minimum"] = Convert.ToInt64(range.Minimum, CultureInfo.InvariantCulture);
                    schema["maximum"] = Convert.ToInt64(range.Maximum, CultureInfo.InvariantCulture);
                    if (attribute is MoneyAttribute)
                    {
                        schema["multipleOf"] = MoneyAttribute.Step;
                    }

                    if (attribute is SecondsAttribute)
                    {
                        schema["multipleOf"] = SecondsAttribute.Step;
                    }

                    break;
            }
        }

        return schema;
    }

    private static string Id => JsonSerializer.Serialize(IdGrammar.Pattern, Readable);

    private static string Version => JsonSerializer.Serialize($"^1\\.{EventVersion.NumberPattern}$", Readable);

    /// <summary>We write reasons of our own; the words of other producers are read as well.</summary>
    private static JsonObject AnyReason() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["enum"] = new JsonArray([.. Enum.GetNames<ReservationFailure>().Select(name => JsonValue.Create(name))]) },
            new JsonObject { ["description"] = "Another producer's words.", ["type"] = "string", ["maxLength"] = Limits.Text }),
    };

    /// <summary>What every detail says of its event.</summary>
    public static JsonObject Metadata() => JsonNode.Parse(
        $$"""
        {
          "description": "Who the event is and what it came from; what is missing is made up for from the envelope.",
          "type": "object",
          "properties": {
            "eventId": {
              "description": "The idempotency key: one per fact, however often it is published.",
              "type": "string", "minLength": 1, "maxLength": {{IdGrammar.Longest}}, "pattern": {{Id}}
            },
            "eventVersion": { "description": "major.minor", "type": "string", "pattern": {{Version}} },
            "correlationId": {
              "description": "Carried unchanged along a chain of events.",
              "type": "string", "minLength": 1, "maxLength": {{IdGrammar.Longest}}, "pattern": {{Id}}
            },
            "causationId": {
              "description": "The eventId of the event that caused this one.",
              "type": "string", "minLength": 1, "maxLength": {{IdGrammar.Longest}}, "pattern": {{Id}}
            },
            "traceparent": { "description": "W3C trace context.", "type": "string" },
            "taskToken": { "description": "Of the state machine's task that waits for what comes of this.", "type": "string" },
            "fulfilment": { "description": "How the order's steps are led: orchestrated or choreographed.", "type": "string" }
          }
        }
        """)!.AsObject();

    /// <summary>What is in the queue: the rule's transformer puts the whole envelope of an Order Placed inside.</summary>
    private static JsonObject HighValueOrderBody() => JsonNode.Parse(
        $$"""
        {
          "type": "object",
          "properties": {
            "alertType": { "const": "HIGH_VALUE_ORDER" },
            "priority": { "type": "string", "maxLength": {{Limits.Name}}, "pattern": {{JsonSerializer.Serialize(new NameAttribute().Pattern, Readable)}} },
            "event": {
              "description": "EventBridge's envelope of the order; its id and metadata are this event's. A rule with a constant input sends none.",
              "type": "object",
              "properties": {
                "source": { "const": "{{EventNames.OrderPlaced.Source}}" },
                "detail-type": { "const": "{{EventNames.OrderPlaced.DetailType}}" },
                "detail": { "$ref": "{{SchemaFiles.FileNameOf(typeof(OrderPlaced))}}" }
              },
              "required": ["source", "detail-type", "detail"]
            }
          },
          "required": ["alertType", "priority"]
        }
        """)!.AsObject();
}
