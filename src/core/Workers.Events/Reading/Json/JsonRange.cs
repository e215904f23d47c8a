using System.Text.Json;

namespace Workers.Events.Reading.Json;

/// <summary>Where in the bytes a value is; the default is nowhere.</summary>
internal readonly record struct JsonRange(JsonTokenType Kind, int Start, int Length)
{
    public int End => Start + Length;

    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> json) => json.Slice(Start, Length);
}
