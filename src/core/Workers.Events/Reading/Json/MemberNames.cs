using System.Text.Json;

namespace Workers.Events.Reading.Json;

/// <summary>The members that are wanted of the objects of one kind, at most five, known by their places here.</summary>
internal sealed class MemberNames(params JsonEncodedText[] names)
{
    /// <summary>Those whose texts are the same in object after object, such as the names of events.</summary>
    public IReadOnlyList<int> Same { get; init; } = [];

    /// <summary>The one that is an object to be looked into on the way; -1 where there is none.</summary>
    public int Outer { get; init; } = -1;

    /// <summary>What is looked for there: a member that is an object.</summary>
    public JsonEncodedText Inner { get; init; }

    public int Count => names.Length;

    public JsonEncodedText this[int place] => names[place];

    /// <param name="reader">Stands on the name.</param>
    /// <returns>Its place; -1 where it is not wanted.</returns>
    public int PlaceOf(ref Utf8JsonReader reader)
    {
        var place = 0;
        while (place < names.Length && !reader.ValueTextEquals(names[place].EncodedUtf8Bytes))
        {
            place++;
        }

        return place < names.Length ? place : -1;
    }
}
