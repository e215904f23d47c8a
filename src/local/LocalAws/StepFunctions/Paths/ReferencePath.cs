using System.Text.Json.Nodes;

namespace LocalAws.StepFunctions.Paths;

/// <summary>A path that names one place, so that something can be put there: members and elements, nothing else.</summary>
internal sealed class ReferencePath
{
    private readonly JsonPath _path;

    private ReferencePath(string text, JsonPath path) => (Text, _path) = (text, path);

    /// <summary>As the definition has it.</summary>
    public string Text { get; }

    /// <exception cref="FormatException">The text is no path, or one that does not name one place.</exception>
    public static ReferencePath Parse(string text)
    {
        var path = JsonPath.Parse(text);
        return path.Steps.All(step => step is MemberStep or IndexStep { Index: >= 0 })
            ? new ReferencePath(text, path)
            : throw new FormatException($"'{text}' is not a reference path: it names more than one place.");
    }

    /// <summary>Puts a value in that place of a copy of the input. Members that are missing on the way are made.</summary>
    /// <exception cref="FormatException">The input cannot have that place.</exception>
    public JsonNode? Place(JsonNode? input, JsonNode? value) => Place(input?.DeepClone(), value?.DeepClone(), 0);

    private JsonNode? Place(JsonNode? target, JsonNode? value, int depth)
    {
        if (depth == _path.Steps.Count)
        {
            return value;
        }

        switch (_path.Steps[depth])
        {
            case MemberStep member when target is JsonObject members:
                members.TryGetPropertyValue(member.Name, out var inner);
                var placed = Place(inner, value, depth + 1);
                if (placed is null || !ReferenceEquals(placed, inner))
                {
                    members[member.Name] = placed;
                }

                return members;
            case MemberStep member when target is null && depth > 0:
                return new JsonObject { [member.Name] = Place(null, value, depth + 1) };
            case IndexStep index when target is JsonArray elements && index.Index < elements.Count:
                var element = Place(elements[index.Index], value, depth + 1);
                if (element is null || !ReferenceEquals(element, elements[index.Index]))
                {
                    elements[index.Index] = element;
                }

                return elements;
            default:
                throw new FormatException($"Unable to apply ReferencePath {Text} to input {JsonText.Write(target)}");
        }
    }
}
