using System.Text.Json;
using System.Text.Json.Nodes;
using Workers.Events;

namespace Workers.Contracts.Upcasters;

/// <summary>An object of somebody else's shape. What it lacks or has of the wrong kind is told by the name that they gave it.</summary>
internal readonly struct ForeignObject(JsonObject json, string path = "")
{
    public JsonNode Text(string member) => Copy(member, JsonValueKind.String, "text");

    public JsonNode Number(string member) => Copy(member, JsonValueKind.Number, "a number");

    public bool Has(string member) => json[member] is not null;

    public JsonNode? Optional(string member) => json[member]?.DeepClone();

    public ForeignObject Object(string member) =>
        new((JsonObject)Member(member, JsonValueKind.Object, "an object"), PathOf(member));

    public IEnumerable<ForeignObject> Objects(string member)
    {
        foreach (var (index, element) in List(member).Index())
        {
            var elementPath = $"{PathOf(member)}[{index}]";
            yield return element is JsonObject found ? new(found, elementPath) : throw PoisonEventException.At(elementPath, "must be an object");
        }
    }

    public JsonArray List(string member) => (JsonArray)Member(member, JsonValueKind.Array, "a list");

    public PoisonEventException Problem(string member, string problem) => PoisonEventException.At(PathOf(member), problem);

    private JsonNode Copy(string member, JsonValueKind kind, string kindName) => Member(member, kind, kindName).DeepClone();

    private JsonNode Member(string member, JsonValueKind kind, string kindName) =>
        json[member] switch
        {
            null => throw Problem(member, "is required"),
            { } value when value.GetValueKind() == kind => value,
            _ => throw Problem(member, $"must be {kindName}"),
        };

    private string PathOf(string member) => path.Length == 0 ? member : $"{path}.{member}";
}
