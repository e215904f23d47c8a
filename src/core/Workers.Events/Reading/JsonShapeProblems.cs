using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Workers.Events.Reading;

/// <summary>Finds out what keeps some JSON from its shape. Slow, for what is refused anyway.</summary>
internal static class JsonShapeProblems
{
    public static IReadOnlyList<Violation> Of(ReadOnlySpan<byte> json, JsonTypeInfo shape)
    {
        var found = new List<Violation>();
        try
        {
            Check(JsonElement.Parse(json), shape, "", found);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: escaped halves of surrogate pairs.
            found.Add(new("", "is not valid JSON, or nested too deeply"));
        }

        return found is [] ? [new("", "cannot be read")] : found;
    }

    private static void Check(JsonElement value, JsonTypeInfo shape, string path, List<Violation> found)
    {
        if (shape.Kind is JsonTypeInfoKind.Object && value.ValueKind is JsonValueKind.Object)
        {
            CheckMembers(value, shape, path, found);
        }
        else if (ElementOf(shape) is { } element && value.ValueKind is JsonValueKind.Array)
        {
            CheckElements(value, shape.Options.GetTypeInfo(element), path, found);
        }
        else if (value.ValueKind is JsonValueKind.Null)
        {
            found.Add(new(path, $"must be {Expected(shape)}"));
        }
        else
        {
            CheckValue(value, shape, path, found);
        }
    }

    private static void CheckMembers(JsonElement value, JsonTypeInfo shape, string path, List<Violation> found)
    {
        var members = value.EnumerateObject().ToLookup(member => member.Name, member => member.Value);
        foreach (var property in shape.Properties.Where(property => property.Get is not null))
        {
            var field = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            var values = members[property.Name].ToList();
            switch (values)
            {
                case [] when property.IsRequired:
                case [{ ValueKind: JsonValueKind.Null }] when !property.IsSetNullable:
                    found.Add(new(field, "is required"));
                    break;
                case [{ ValueKind: not JsonValueKind.Null } only]:
                    Check(only, shape.Options.GetTypeInfo(property.PropertyType), field, found);
                    break;
                case [_, _, ..]:
                    found.Add(new(field, "appears more than once"));
                    break;
            }
        }
    }

    private static void CheckElements(JsonElement value, JsonTypeInfo element, string path, List<Violation> found)
    {
        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            Check(item, element, $"{path}[{index}]", found);
        }
    }

    private static void CheckValue(JsonElement value, JsonTypeInfo shape, string path, List<Violation> found)
    {
        try
        {
            value.Deserialize(shape);
        }
        catch (JsonException)
        {
            found.Add(new(path, $"must be {Expected(shape)}"));
        }
    }

    private static Type? ElementOf(JsonTypeInfo shape) =>
        shape.Kind is JsonTypeInfoKind.Enumerable ? shape.ElementType : null;

    private static string Expected(JsonTypeInfo shape)
    {
        var type = Nullable.GetUnderlyingType(shape.Type) ?? shape.Type;
        return type switch
        {
            _ when shape.Kind is JsonTypeInfoKind.Object => "an object",
            _ when shape.Kind is JsonTypeInfoKind.Dictionary => "an object of texts",
            _ when ElementOf(shape) is not null => "a list",
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(string) => "text",
            _ when type == typeof(int) || type == typeof(long) => "a whole number within range",
            _ when type == typeof(decimal) => "a number within range",
            _ when type == typeof(DateTimeOffset) => TimeGrammar.Expected,
            _ when type.IsEnum => $"one of {string.Join(", ", Enum.GetNames(type))}",
            _ => "of another type",
        };
    }
}
