using System.Text.Json;

namespace LocalAws.Patterns;

/// <summary>A number of JSON, compared by value: <c>300</c>, <c>300.0</c> and <c>3e2</c> are one.</summary>
internal readonly struct JsonNumber : IComparable<JsonNumber>
{
    // Null beyond decimal's range.
    private readonly decimal? _exact;
    private readonly double _nearest;

    private JsonNumber(decimal? exact, double nearest)
    {
        _exact = exact;
        _nearest = nearest;
    }

    public static JsonNumber Of(JsonElement element) =>
        new(element.TryGetDecimal(out var exact) ? exact : null, element.GetDouble());

    public static JsonNumber Of(Utf8JsonReader reader) =>
        new(reader.TryGetDecimal(out var exact) ? exact : null, reader.GetDouble());

    /// <summary>Whether it is at most this far from zero.</summary>
    public bool IsWithin(double distance) => Math.Abs(_nearest) <= distance;

    // A decimal rounds tiny numbers to zero; doubles tell those apart, and decimals tell long ones apart.
    public int CompareTo(JsonNumber other) => (_nearest.CompareTo(other._nearest), _exact, other._exact) switch
    {
        (0, { } ours, { } theirs) => ours.CompareTo(theirs),
        (var order, _, _) => order,
    };
}
