using System.Text.Json.Nodes;
using Workers.Events;

namespace Workers.Contracts;

/// <summary>Makes one line of text of an address that may come in parts.</summary>
public static class AddressLine
{
    private const string Field = "shippingAddress";

    /// <summary>The parts in the order in which they are given, with commas between; what is no object stays as it is.</summary>
    /// <exception cref="PoisonEventException">A part is no text.</exception>
    public static JsonNode? Of(JsonNode? address) =>
        address is JsonObject parts
            ? string.Join(", ", parts.Select(part => TextOf(part.Key, part.Value)).Where(part => part.Length > 0))
            : address?.DeepClone();

    private static string TextOf(string part, JsonNode? value) =>
        value is null ? ""
        : value is JsonValue text && text.TryGetValue(out string? found) ? found
        : throw PoisonEventException.At($"{Field}.{part}", "must be text");
}
