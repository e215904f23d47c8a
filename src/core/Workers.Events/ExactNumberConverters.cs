using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workers.Events;

/// <summary>Decimals on the wire: exactly what is written, or refused. Nothing is rounded.</summary>
public sealed class ExactDecimalConverter : JsonConverter<decimal>
{
    /// <inheritdoc/>
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ExactNumber.TryRead(ref reader, out var number) ? number : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

/// <summary>Whole numbers on the wire, by JSON Schema's meaning of an integer: <c>2.0</c> and <c>1e1</c> are whole.</summary>
public sealed class WholeNumberConverter : JsonConverter<int>
{
    /// <inheritdoc/>
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ExactNumber.TryRead(ref reader, out var number)
        && decimal.IsInteger(number)
        && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
